"""What only the Kafka log promises: it outlives its broker, and wakes what is silently stuck."""

import asyncio
from collections.abc import Sequence
from uuid import uuid4

import pytest
from structlog.testing import capture_logs

from infra.kafka import KafkaLog
from infra.kafka.consuming import Subscription
from models.errors import TooLarge, TryAgain
from models.event_log import Record
from tests.contract.taking import Taker, first, record, running, until, until_taken
from tests.real.kafka_jvm import Jvm
from tests.real.server import Unavailable, free_port
from tests.saying import refused


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


@pytest.mark.kafka
async def test_a_handler_that_takes_longer_than_its_group_waits_gets_the_batch_again(
    real_kafka: str,
) -> None:
    """As when the store is away for longer than Kafka's patience with a consumer."""

    class Late(Taker):
        async def handle(self, batch: Sequence[Record]) -> None:
            await super().handle(batch)
            if len(self.batches) == 1:
                await asyncio.sleep(9)

    topic = f"test.{uuid4().hex}"
    log, taker = KafkaLog(real_kafka, session_seconds=6, handling_seconds=3), Late(topic)
    await log.provision([topic])
    await log.append([record(topic, b"early")])

    async with running(log, taker) as run:
        await taker.has(1)
        await log.append([record(topic, b"later")])
        await until_taken(log, taker)
        assert not run.done()
    await log.close()

    assert taker.values[0] == b"early"
    assert taker.values[-1] == b"later"


async def test_whoever_watches_a_broker_that_is_away_is_told() -> None:
    log = KafkaLog(f"127.0.0.1:{free_port()}", patience=1)

    with refused(TryAgain, match="Kafka at"):
        await anext(log.tail(["test.away"]))
    await log.close()


async def test_a_broker_that_is_away_is_said_while_nothing_is_appended() -> None:
    log = KafkaLog(f"127.0.0.1:{free_port()}", patience=1)
    with capture_logs() as said:
        async with running(log, Taker("test.away")):
            await until(lambda: sum(line["event"] == "retry.waiting" for line in said) > 4)
    await log.close()

    assert all("kafka_away servers='127.0.0.1" in line["reason"] for line in said)


@pytest.mark.kafka
async def test_a_record_that_is_larger_than_the_broker_takes_is_refused_and_the_next_is_kept(
    real_kafka: str,
) -> None:
    topic, log = f"test.{uuid4().hex}", KafkaLog(real_kafka, partitions=1)
    await log.provision([topic])
    small = record(topic, b"small")

    with pytest.raises(TooLarge):
        await log.append([small, record(topic, b"x" * 2_000_000), small])
    [position] = await log.append([record(topic, b"after")])
    taken = await first(position.offset + 1, log, topic)
    await log.close()

    assert [r.value for r in taken][-1] == b"after"


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
