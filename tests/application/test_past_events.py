"""Events page by page, from a log of several partitions: each once, and nothing left out."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from application.event_filter import EventFilter
from application.live.log_place import LogPlace
from application.queries.past_events import events_after
from infra.embedded.log import EmbeddedLog
from models.facts import MatchChanged
from tests import make

POOLS = ("01", "02", "15", "20", "47")


@pytest.fixture
async def log(tmp_path: Path) -> AsyncIterator[EmbeddedLog]:
    found = EmbeddedLog(tmp_path / "log.db", partitions=3)
    await found.provision([MatchChanged.topic])
    yield found
    await found.close()


async def add(log: EmbeddedLog, *numbers: int) -> None:
    facts = [
        MatchChanged.of(
            None,
            make.match(f"R-{n}/1", match_id=f"M-{n}", pool_id=POOLS[n % 5], hours=make.hours(8)),
        )
        for n in numbers
    ]
    await log.append([make.message(fact).record() for fact in facts])


async def read_on(log: EmbeddedLog, place: LogPlace) -> tuple[list[str], LogPlace]:
    found = []
    for _ in range(99):
        page = await events_after(log, EventFilter(), place, 3)
        found += [str(m.match_id) for e in page.events if isinstance(m := e.fact, MatchChanged)]
        place = LogPlace.read(str(page.place)) or LogPlace()
        if not page.more:
            return found, place
    raise AssertionError("no end")


async def test_one_reads_on_from_where_one_was(log: EmbeddedLog) -> None:
    await add(log, *range(20))
    first, place = await read_on(log, LogPlace())
    await add(log, 20, 21)
    second, place = await read_on(log, place)
    third, _ = await read_on(log, place)

    assert sorted(first) == sorted(f"M-{n}" for n in range(20))
    assert sorted(second) == ["M-20", "M-21"]
    assert third == []
    assert len(place.next) > 1
