"""What only the Kafka log promises: it outlives its broker, and wakes what is silently stuck."""

import asyncio
from collections.abc import Sequence
from uuid import uuid4

import pytest

from infra.kafka import KafkaLog
from infra.kafka.consuming import Subscription
from models.errors import Rejected, TryAgain
from models.log import Record
from tests.contract.engines import Mock
from tests.contract.taking import Taker, record, running, until, until_taken
from tests.real.kafka_jvm import Jvm
from tests.real.server import Unavailable


@pytest.fixture
def subscriptions(monkeypatch: pytest.MonkeyPatch) -> list[Subscription]:
    """The subscriptions that a run makes, to do harm to them."""
    made: list[Subscription] = []
    original = Subscription.__init__

    def remember(self: Subscription, *args: object, **more: object) -> None:
        original(self, *args, **more)  # type: ignore[arg-type]
        made.append(self)

    monkeypatch.setattr(Subscription, "__init__", remember)
    return made


@pytest.mark.kafka
async def test_a_consumer_that_is_connected_but_silent_is_started_again(
    real_kafka: str, subscriptions: list[Subscription]
) -> None:
    topic = f"test.{uuid4().hex}"
    log, taker = KafkaLog(real_kafka, stuck_seconds=1.5), Taker(topic)
    await log.provision([topic])
    await log.append([record(topic, b"before")])

    async with running(log, taker):
        await until_taken(log, taker)
        stuck = subscriptions[0].subscriber.consumer
        assert stuck
        stuck.pause(*stuck.assignment())
        await log.append([record(topic, b"after")])
        await taker.has(2)

        assert subscriptions[0].subscriber.consumer is not stuck
    await log.close()
    assert taker.values == [b"before", b"after"]


@pytest.mark.kafka
async def test_a_consumer_that_is_slow_is_left_alone(
    real_kafka: str, subscriptions: list[Subscription]
) -> None:
    class Slow(Taker):
        async def handle(self, batch: Sequence[Record]) -> None:
            first = subscriptions[0].subscriber.consumer
            await asyncio.sleep(3)  # ten times as long as a stuck one is given
            assert subscriptions[0].subscriber.consumer is first
            await super().handle(batch)

    topic = f"test.{uuid4().hex}"
    log, taker = KafkaLog(real_kafka, stuck_seconds=0.3), Slow(topic)
    await log.provision([topic])
    await log.append([record(topic)])

    async with running(log, taker):
        await until_taken(log, taker)
    await log.close()

    assert len(taker.batches) == 1


async def test_a_record_that_is_larger_than_the_broker_takes_is_rejected() -> None:
    cluster, topic = Mock(), f"test.{uuid4().hex}"
    await cluster.prepare(topic)
    log = KafkaLog(cluster.spec.partition(":")[2])

    with pytest.raises(Rejected):
        await log.append([record(topic, b"x" * 2_000_000)])
    [position] = await log.append([record(topic)])
    await log.close()

    assert position.offset == 0


@pytest.mark.kafka
async def test_a_broker_that_was_killed_and_comes_back_loses_nothing() -> None:
    try:
        broker = Jvm()
    except Unavailable as reason:
        pytest.skip(str(reason))
    log = KafkaLog(broker.address, partitions=3, patience=3, session_seconds=6, stuck_seconds=10)
    topic, kept = f"test.{uuid4().hex}", 0
    taker = Taker(topic)

    def distinct() -> int:
        return len({(r.partition, r.offset) for r in taker.records})

    try:
        await asyncio.to_thread(broker.start)
        await log.provision([topic])
        async with running(log, taker):
            for blow in (True, True, False):
                await log.append([record(topic, b"%d" % n, key=str(n)) for n in range(30)])
                kept += 30
                await until(lambda: distinct() >= kept)  # noqa: B023 awaited at once
                if blow:
                    await asyncio.to_thread(broker.kill)
                    with pytest.raises(TryAgain):
                        await log.append([record(topic, b"lost")])
                    await asyncio.to_thread(broker.start)
            await until_taken(log, taker)
        await log.close()
    finally:
        await asyncio.to_thread(broker.stop)

    assert kept <= distinct() <= kept + 2  # an append that said TryAgain may have been kept
