"""A consumer says where a new group starts: at the beginning, or at the end as it is now."""

import asyncio
from pathlib import Path
from uuid import uuid4

import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions

from infra.embedded import EmbeddedLog
from models.event_log import EventLog
from tests.contract.engines import PARTITIONS, opened
from tests.contract.taking import Taker, numbered, record, running, until_taken


async def test_a_new_group_takes_everything_where_nothing_else_is_said(
    log: EventLog, topic: str
) -> None:
    await log.append(numbered(topic, 3))
    taker = Taker(topic)

    async with running(log, taker):
        await taker.has(3)


async def test_a_group_that_starts_now_takes_what_comes_from_now_on(
    log: EventLog, topic: str
) -> None:
    await log.append(numbered(topic, 5, keys=("20", "15", "13")))
    taker = Taker(topic, start="now")

    async with running(log, taker):
        await until_taken(log, taker)
        await log.append([record(topic, b"new")])
        await taker.has(1)

    assert taker.values == [b"new"]


async def test_what_came_while_it_was_stopped_is_not_left_out(log: EventLog, topic: str) -> None:
    await log.append(numbered(topic, 5))
    before = Taker(topic, start="now")
    async with running(log, before):
        await until_taken(log, before)
    await log.append([record(topic, b"meanwhile")])
    after = Taker(topic, group=before.group, start="now")

    async with running(log, after):
        await after.has(1)

    assert (before.values, after.values) == ([], [b"meanwhile"])


async def test_a_partition_that_is_new_to_a_group_is_taken_from_its_beginning(
    tmp_path: Path,
) -> None:
    log = EmbeddedLog(tmp_path / "log.db", partitions=1)
    await log.provision(["t"])
    await log.append([record("t", b"old")])
    first = Taker("t", start="now")
    async with running(log, first):
        await until_taken(log, first)
    await log._writer.do(
        lambda db: db.execute("INSERT INTO log_partitions (topic, partition) VALUES ('t', 1)")
    )
    await log._writer.do(
        lambda db: db.execute(
            'INSERT INTO log_records (topic, partition, "offset", key, headers, value) '
            "VALUES ('t', 1, 0, '20', '[]', x'6e6577')"
        )
    )
    await log._writer.do(
        lambda db: db.execute("UPDATE log_partitions SET next = 1 WHERE partition = 1")
    )
    again = Taker("t", group=first.group, start="now")

    async with running(log, again):
        await again.has(1)

    assert again.values == [b"new"]
    await log.close()


@pytest.mark.kafka
async def test_a_partition_that_kafka_gets_later_is_taken_from_its_beginning(
    real_kafka: str,
) -> None:
    topic = f"start.{uuid4().hex}"
    async with opened(f"kafka:{real_kafka}") as log:
        await log.provision([topic])
        await log.append(numbered(topic, 8, keys=("20", "15", "13", "47")))
        first = Taker(topic, start="now")
        async with running(log, first):
            await until_taken(log, first)
        await _more_partitions(real_kafka, topic, PARTITIONS + 1)
        await _send(real_kafka, topic, PARTITIONS, b"new")
        again = Taker(topic, group=first.group, start="now")

        async with running(log, again):
            await again.has(1)

    assert (first.values, again.values) == ([], [b"new"])


async def _more_partitions(servers: str, topic: str, count: int) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=servers)
    await admin.start()
    try:
        await admin.create_partitions({topic: NewPartitions(total_count=count)})
    finally:
        await admin.close()


async def _send(servers: str, topic: str, partition: int, value: bytes) -> None:
    producer = AIOKafkaProducer(bootstrap_servers=servers, metadata_max_age_ms=200)
    await producer.start()
    try:
        async with asyncio.timeout(30):
            while partition not in (await producer.partitions_for(topic) or ()):  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        await producer.send_and_wait(topic, value, key=b"20", partition=partition)
    finally:
        await producer.stop()
