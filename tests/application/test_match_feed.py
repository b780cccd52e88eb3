"""One reader for everybody who watches: bounded, paced, and exact about where to go on."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from datetime import timedelta
from uuid import uuid4

import pytest

from application.event_filter import Condition, EventFilter, How, Over
from application.live.log_place import LogPlace
from application.live.match_feed import OF_ONE, MatchFeed
from application.live.viewer import ROWS, WAITING, Batch, Viewer
from application.views.match_event import match_event_view
from models.envelope import Envelope, Message, read
from models.errors import Mistake
from models.event_log import PartitionOffsets, Record
from models.facts import MatchChanged
from models.ids import LineId, MatchId, PoolId, TalentId
from models.match import Match, MatchState
from tests import make


class Log:
    """A log in memory that counts its readers."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.readers = 0
        self._more = asyncio.Event()

    def add(self, number: int, state: MatchState = MatchState.PROPOSED) -> None:
        match = Match(
            pool_id=PoolId("20"),
            match_id=MatchId(f"M-{number}"),
            line_id=LineId(f"R-{number}/1"),
            talent_id=TalentId("T-1"),
            hours={make.FIRST: 8},
            state=state,
        )
        time = make.NOW + timedelta(seconds=number)
        envelope = Envelope.begin(uuid4(), "test", time)
        made = Message(envelope=envelope, fact=MatchChanged.of(None, match)).record()
        self.records.append(
            Record(
                topic=made.topic,
                key=made.key,
                value=made.value,
                headers=made.headers,
                partition=0,
                offset=len(self.records),
            )
        )
        self._more.set()

    async def partitions(self, topics: Sequence[str]) -> Sequence[PartitionOffsets]:
        return [
            PartitionOffsets(topic=topics[0], partition=0, begin=0, end=len(self.records)),
        ]

    async def tail(self, topics: Sequence[str], *, past: int = 0) -> AsyncGenerator[Record, None]:
        self.readers += 1
        at = max(0, len(self.records) - past)
        while True:
            while at < len(self.records):
                yield self.records[at]
                at += 1
            self._more.clear()
            await self._more.wait()

    async def taken(self, group: str, topics: Sequence[str]) -> dict[tuple[str, int], int]:
        return {}

    async def ping(self) -> str:
        return "log"


@pytest.fixture
async def log() -> Log:
    return Log()


@pytest.fixture
async def feed(log: Log) -> AsyncIterator[MatchFeed]:
    made = MatchFeed(log, recent=50)
    yield made
    await made.close()


def ids(batch: Batch) -> list[str]:
    return [event.match_id for event in batch.events]


async def test_the_last_events_are_there_newest_first_and_read_once(
    feed: MatchFeed, log: Log
) -> None:
    for number in range(60):
        log.add(number)

    recent, place = await feed.recent()
    again, _ = await feed.recent()

    assert [event.match_id for event in recent[:2]] == ["M-59", "M-58"]
    assert len(recent) == 50
    assert str(place) == "0.60"
    assert again == recent
    assert log.readers == 1


async def test_whoever_comes_back_goes_on_where_they_were(feed: MatchFeed, log: Log) -> None:
    for number in range(4):
        log.add(number)
    await feed.recent()

    with feed.watching("a", EventFilter(), LogPlace.read("0.2")) as viewer:
        batch = await anext(viewer.batches())

    assert ids(batch) == ["M-2", "M-3"]
    assert batch.place == "0.4"
    assert batch.left_out == 0


async def test_what_went_out_of_sight_meanwhile_is_counted(feed: MatchFeed, log: Log) -> None:
    for number in range(80):
        log.add(number)
    await feed.recent()

    with feed.watching("a", EventFilter(), LogPlace.read("0.10")) as viewer:
        batch = await anext(viewer.batches())

    assert batch.left_out == 20 + 50 - WAITING  # 10 to 29 are gone, and the queue is bounded


async def test_a_viewer_gets_five_rows_a_second_and_the_rest_is_counted(
    feed: MatchFeed, log: Log
) -> None:
    await feed.recent()
    with feed.watching("a", EventFilter(), None) as viewer:
        viewer.seconds = 0.2
        for number in range(100):
            log.add(number)
        await asyncio.sleep(0.05)
        began = asyncio.get_running_loop().time()
        async with aclosing(viewer.batches()) as batches:
            got = [await anext(batches) for _ in range(WAITING // ROWS)]
        took = asyncio.get_running_loop().time() - began

    assert [len(batch.events) for batch in got] == [ROWS] * (WAITING // ROWS)
    assert got[0].left_out == 100 - WAITING
    assert ids(got[-1])[-1] == "M-99"
    assert took >= 0.2 * (len(got) - 1)


async def test_two_viewers_that_read_nothing_hold_up_nobody(feed: MatchFeed, log: Log) -> None:
    await feed.recent()
    with (
        feed.watching("a", EventFilter(), None) as slow,
        feed.watching("b", EventFilter(), None) as slower,
        feed.watching("c", EventFilter(), None) as quick,
    ):
        for number in range(3000):
            log.add(number)
        async with asyncio.timeout(10):
            while str((await feed.recent())[1]) != "0.3000":  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        batch = await anext(quick.batches())

        assert len(slow._waiting) == len(slower._waiting) == WAITING
        assert batch.left_out == 3000 - WAITING


async def test_quiet_times_give_empty_batches_and_the_end_comes_at_once(
    feed: MatchFeed, log: Log
) -> None:
    await feed.recent()
    with feed.watching("a", EventFilter(), None) as viewer:
        viewer.quiet = 0.05
        async with aclosing(viewer.batches()) as batches:
            empty = await anext(batches)
            await feed.close()
            rest = [batch async for batch in batches]

    assert empty.events == []
    assert rest == []


async def test_one_account_watches_in_a_few_windows_only(feed: MatchFeed) -> None:
    open_ones = [feed.watching("a", EventFilter(), None) for _ in range(OF_ONE)]
    for each in open_ones:
        each.__enter__()

    with (
        pytest.raises(Mistake, match="events_watched_by_too_many"),
        feed.watching("a", EventFilter(), None),
    ):
        pass
    with feed.watching("b", EventFilter(), None):
        pass


@pytest.mark.parametrize(
    ("over", "how", "value", "fits"),
    [
        (Over.KIND, How.CONTAINS, "declin", True),
        (Over.KIND, How.EQUALS, "辞退", True),
        (Over.KIND, How.LACKS, "proposed", True),
        (Over.KIND, How.EQUALS, "decline", False),
        (Over.POOL, How.EQUALS, "20", True),
        (Over.ID, How.EQUALS, "m-7", True),
        (Over.REQUEST, How.EQUALS, "R-7", True),
        (Over.TALENT, How.LACKS, "T-1", False),
    ],
)
async def test_conditions(log: Log, over: Over, how: How, value: str, fits: bool) -> None:
    log.add(7, MatchState.DECLINED)
    record = log.records[0]

    event = match_event_view(record, read(record, MatchChanged))

    assert Condition(over, how, value).lets(event) is fits


@pytest.mark.parametrize("text", ["", "0", "0.1.2", "x", "0.1-", "-1.2", "0.12;1.3"])
async def test_a_place_that_is_none_of_ours_is_none(text: str) -> None:
    assert LogPlace.read(text) is None


async def test_a_place_is_written_and_read() -> None:
    assert str(LogPlace.read("1.44-0.12")) == "0.12-1.44"


async def test_a_viewer_takes_no_event_twice(log: Log) -> None:
    log.add(1)

    event = match_event_view(log.records[0], read(log.records[0], MatchChanged))
    viewer = Viewer("a", EventFilter(), LogPlace({0: 1}))
    viewer.quiet = 0.01

    viewer.put(event)

    assert (await anext(viewer.batches())).events == []
