"""Groups take every record in order, and lose none to an error, a stop or a restart."""

import asyncio
from collections.abc import Sequence
from itertools import pairwise

import pytest

from models.errors import Mistake
from models.event_log import EventLog, Record
from tests.contract.engines import Engine, opened
from tests.contract.taking import (
    DEADLINE_SECONDS,
    Taker,
    numbered,
    record,
    running,
    until,
    until_taken,
)

KEYS = [f"{n:02}" for n in range(1, 48)]


async def test_a_batch_holds_records_of_one_partition_in_order(log: EventLog, topic: str) -> None:
    taker = Taker(topic, batch=7)
    await log.append(numbered(topic, 150, keys=KEYS))

    async with running(log, taker):
        await taker.has(150)

    for batch in taker.batches:
        assert 1 <= len(batch) <= 7
        assert len({(r.topic, r.partition) for r in batch}) == 1
    partitions = {r.partition for r in taker.records}
    assert len(partitions) > 1
    for partition in partitions:
        offsets = [r.offset for r in taker.records if r.partition == partition]
        assert all(b == a + 1 for a, b in pairwise(offsets))


async def test_a_consumer_takes_several_topics(engine: Engine, log: EventLog, topic: str) -> None:
    other = f"{topic}.dead"
    await engine.prepare(other)
    taker = Taker(topic, other)

    await log.append([record(topic, b"1"), record(other, b"2"), record(topic, b"3")])
    async with running(log, taker):
        await taker.has(3)

    assert [r.value for r in taker.records if r.topic == topic] == [b"1", b"3"]
    assert [r.value for r in taker.records if r.topic == other] == [b"2"]


async def test_records_appended_while_running_are_taken(log: EventLog, topic: str) -> None:
    taker = Taker(topic)

    async with running(log, taker):
        for number in range(5):
            await log.append([record(topic, b"%d" % number)])
            await taker.has(number + 1)

    assert taker.values == [b"0", b"1", b"2", b"3", b"4"]


async def test_groups_are_independent(log: EventLog, topic: str) -> None:
    early, late = Taker(topic), Taker(topic)
    await log.append(numbered(topic, 10))

    async with running(log, early):
        await until_taken(log, early)
    lag = await log.lag(late.group, [topic])
    async with running(log, early, late):
        await late.has(10)

    assert lag == 10
    assert early.values == late.values
    assert len(early.values) == 10


async def test_a_group_resumes_where_it_stopped(engine: Engine, topic: str) -> None:
    first, second = Taker(topic), Taker(topic)
    second.group = first.group
    async with opened(engine.spec) as log:
        await log.append(numbered(topic, 3))
        async with running(log, first):
            await until_taken(log, first)
        await log.append([record(topic, b"new")])

    async with opened(engine.spec) as log, running(log, second):
        await second.has(1)

    assert first.values == [b"0", b"1", b"2"]
    assert second.values == [b"new"]


async def test_an_error_of_a_handler_ends_the_run_and_moves_no_offset(
    log: EventLog, topic: str
) -> None:
    class Failing(Taker):
        async def handle(self, batch: Sequence[Record]) -> None:
            await super().handle(batch)
            raise LookupError("nobody expected this")

    taker = Failing(topic)
    await log.append(numbered(topic, 3))

    with pytest.raises(LookupError, match="nobody expected this"):
        await asyncio.wait_for(log.run([taker.consumer]), DEADLINE_SECONDS)

    assert await log.lag(taker.group, [topic]) == 3
    assert len(taker.batches) == 1  # not handed out again and again meanwhile


async def test_what_failed_comes_again(log: EventLog, topic: str) -> None:
    class FailingOnce(Taker):
        healthy = False

        async def handle(self, batch: Sequence[Record]) -> None:
            await super().handle(batch)
            if not self.healthy:
                raise LookupError

    taker = FailingOnce(topic)
    await log.append(numbered(topic, 3))
    with pytest.raises(LookupError):
        await asyncio.wait_for(log.run([taker.consumer]), DEADLINE_SECONDS)

    taker.healthy = True
    async with running(log, taker):
        await until_taken(log, taker)

    assert taker.values == [b"0", b"1", b"2"] * 2


async def test_an_error_of_one_consumer_ends_the_others_too(log: EventLog, topic: str) -> None:
    class Failing(Taker):
        async def handle(self, batch: Sequence[Record]) -> None:
            await until(lambda: bool(well.batches))
            raise LookupError

    well, ill = Taker(topic), Failing(topic)
    await log.append(numbered(topic, 3))

    with pytest.raises(LookupError):
        await asyncio.wait_for(log.run([well.consumer, ill.consumer]), DEADLINE_SECONDS)

    assert await log.lag(well.group, [topic]) == 0
    assert await log.lag(ill.group, [topic]) == 3


async def test_a_broken_record_does_not_hide_the_rest_of_its_batch(
    log: EventLog, topic: str
) -> None:
    taker = Taker(topic)
    records = numbered(topic, 50)
    records[20] = record(topic, b"\xff{", ce_type=b"\xff\xfe", empty=b"")
    records[30] = record(topic, b"", reply_to=topic.encode(), correlation_id=b"\xff")

    await log.append(records)
    async with running(log, taker):
        await until_taken(log, taker)

    assert [(r.value, r.headers) for r in taker.records] == [(r.value, r.headers) for r in records]


async def test_an_offset_moves_only_after_its_batch_was_handled(log: EventLog, topic: str) -> None:
    lags: list[int] = []

    class Asking(Taker):
        async def handle(self, batch: Sequence[Record]) -> None:
            lags.append(await log.lag(self.group, self.topics))
            await super().handle(batch)

    taker = Asking(topic)
    await log.append(numbered(topic, 3))

    async with running(log, taker):
        await until_taken(log, taker)

    assert lags == [3]


async def test_a_cancelled_run_finishes_the_batch_in_hand(log: EventLog, topic: str) -> None:
    class Slow(Taker):
        async def handle(self, batch: Sequence[Record]) -> None:
            begun.set()
            await may_end.wait()
            await super().handle(batch)

    begun, may_end = asyncio.Event(), asyncio.Event()
    taker = Slow(topic)
    await log.append(numbered(topic, 3))
    run = asyncio.create_task(log.run([taker.consumer]))
    await asyncio.wait_for(begun.wait(), DEADLINE_SECONDS)

    run.cancel()
    asyncio.get_running_loop().call_later(0.3, may_end.set)
    with pytest.raises(asyncio.CancelledError):
        await run

    assert taker.values == [b"0", b"1", b"2"]
    assert await log.lag(taker.group, [topic]) == 0


async def test_an_idle_run_stops_at_once(log: EventLog, topic: str) -> None:
    taker = Taker(topic)
    await log.append([record(topic)])
    async with running(log, taker) as run:
        await until_taken(log, taker)

        run.cancel()
        done, _ = await asyncio.wait([run], timeout=3)

    assert done == {run}


@pytest.mark.needs("forget")
async def test_a_rewound_group_takes_everything_again(log: EventLog, topic: str) -> None:
    taker = Taker(topic)
    await log.append(numbered(topic, 5, keys=KEYS))
    async with running(log, taker):
        await until_taken(log, taker)
    async with asyncio.timeout(DEADLINE_SECONDS):
        await _rewound(log, taker)

    async with running(log, taker):
        await until_taken(log, taker)

    assert sorted(taker.values) == sorted(2 * [b"0", b"1", b"2", b"3", b"4"])


@pytest.mark.needs("forget")
async def test_a_group_that_is_at_work_is_not_rewound(
    engine: Engine, log: EventLog, topic: str
) -> None:
    taker = Taker(topic)
    await log.append([record(topic)])
    async with running(log, taker), opened(engine.spec) as other:
        await until_taken(log, taker)

        with pytest.raises(Mistake):
            await other.rewind(taker.group, taker.topics)


async def _rewound(log: EventLog, taker: Taker) -> None:
    while True:
        try:
            return await log.rewind(taker.group, taker.topics)
        except Mistake:  # a broker forgets a member a moment after it has left
            await asyncio.sleep(0.1)


@pytest.mark.needs("share")
async def test_two_services_share_the_partitions_of_a_group(engine: Engine, topic: str) -> None:
    one, two = Taker(topic), Taker(topic)
    two.group = one.group

    async with (
        opened(engine.spec) as a,
        opened(engine.spec) as b,
        running(a, one),
        running(b, two),
    ):
        sent = 0
        while not (one.batches and two.batches):
            await a.append(numbered(topic, 47, keys=KEYS))
            sent += 47
            await asyncio.sleep(0.2)
        await until_taken(a, one)

    assert len({(r.partition, r.offset) for r in one.records + two.records}) == sent
