"""Topics keep what was said for ever, and in enough places: those made, and those found."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import TopicAuthorizationFailedError
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from infra.kafka import KafkaLog, retention

KEPT = {"cleanup.policy": "delete", "retention.ms": "-1", "retention.bytes": "-1"}


@asynccontextmanager
async def admin(servers: str) -> AsyncIterator[AIOKafkaAdminClient]:
    client = AIOKafkaAdminClient(bootstrap_servers=servers)
    await client.start()
    try:
        yield client
    finally:
        await client.close()


async def configs(servers: str, topic: str) -> dict[str, str]:
    async with admin(servers) as client:
        [answer] = await client.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
    [(_, _, _, _, entries)] = answer.resources
    return {name: text for name, text, *_ in entries}


@asynccontextmanager
async def log_at(servers: str) -> AsyncIterator[KafkaLog]:
    log = KafkaLog(servers, partitions=2)
    try:
        yield log
    finally:
        await log.close()


@pytest.mark.kafka
async def test_a_topic_that_is_made_keeps_everything(real_kafka: str) -> None:
    topic = f"test.{uuid4().hex}"

    async with log_at(real_kafka) as log:
        with capture_logs() as said:
            await log.provision([topic])
        forgetting = await log.forgetting([topic])

    assert KEPT.items() <= (await configs(real_kafka, topic)).items()
    assert (forgetting, said) == ([], [])


@pytest.mark.kafka
async def test_a_topic_that_was_made_to_forget_is_mended_and_that_is_said(real_kafka: str) -> None:
    topic, other = f"test.{uuid4().hex}", f"test.{uuid4().hex}"
    short = {"retention.ms": "604800000", "cleanup.policy": "compact", "segment.ms": "86400000"}
    async with admin(real_kafka) as client:
        for name in (topic, other):
            made = NewTopic(name, num_partitions=1, replication_factor=1, topic_configs=short)
            await client.create_topics([made])

    async with log_at(real_kafka) as log:
        before = await log.forgetting([topic, "test.never-made"])
        with capture_logs() as said:
            await log.provision([topic])
            await log.provision([topic])
        after = await log.forgetting([topic])

    assert before == [f"{topic}: cleanup.policy=compact, retention.ms=604800000"]
    assert after == []
    [line] = said
    assert (line["event"], line["topic"]) == ("topic.mended", topic)
    now = await configs(real_kafka, topic)
    assert KEPT.items() <= now.items()
    assert now["segment.ms"] == "86400000"  # what else its owner has set
    assert (await configs(real_kafka, other))["retention.ms"] == "604800000"


@pytest.mark.kafka
async def test_whoever_may_not_set_topics_may_post_all_the_same(
    real_kafka: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(*_: object) -> None:
        raise TopicAuthorizationFailedError

    topic = f"test.{uuid4().hex}"
    async with log_at(real_kafka) as log:
        await log.provision([topic])
        monkeypatch.setattr(retention, "differing", refused)
        with capture_logs() as said:
            await log.provision([topic])

    assert [(line["event"], line["reason"]) for line in said] == [
        ("topic.unmended", "TopicAuthorizationFailedError")
    ]


@pytest.mark.parametrize(("replicas", "in_sync"), [(1, 1), (2, 1), (3, 2), (4, 3), (5, 3)])
def test_records_are_in_more_than_half_of_the_replicas(replicas: int, in_sync: int) -> None:
    assert retention.settings(replicas)["min.insync.replicas"] == str(in_sync)


@given(st.integers(1, 50))
def test_one_broker_may_be_away_wherever_there_is_a_second(replicas: int) -> None:
    assert 1 <= retention.in_sync(replicas) <= max(1, replicas - 1)


@pytest.mark.parametrize(
    ("replicas", "found", "wrong"),
    [
        (3, "1", {"min.insync.replicas": "2"}),
        (3, "2", {}),
        (3, "3", {}),  # stricter than we ask is somebody's wish
        (1, "1", {}),  # one copy cannot be two, whatever the settings of the service say
    ],
)
async def test_a_topic_that_is_there_is_judged_by_the_copies_it_has(
    replicas: int, found: str, wrong: dict[str, str]
) -> None:
    class Broker:
        async def describe_topics(self) -> Any:
            return [{"topic": "t", "partitions": [{"replicas": list(range(replicas))}]}]

        async def describe_configs(self, _: Any) -> Any:
            entries = [
                (name, text, False, 1)
                for name, text in (KEPT | {"min.insync.replicas": found}).items()
            ]
            return [SimpleNamespace(resources=[(0, None, 2, "t", entries)])]

    differs = await retention.differing(Broker(), ["t", "not there"])

    assert [each.wanted for each in differs] == ([wrong] if wrong else [])
