"""Who only looks reads the file itself, and gets the same as by the store."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from application.ports import Reads
from infra.store.reads.file_reads import FileReads
from infra.store.store import SqlStore
from models.ids import PoolId
from models.revision_claims import Kind
from tests import make

POOL = PoolId("20")

Asked = Callable[[Reads], Awaitable[Any]]


async def of_each(reads: Reads) -> Sequence[Any]:
    """What is asked of single things: the first of each kind."""
    request, *_ = await reads.requests(POOL)
    talent, *_ = await reads.talents(POOL)
    match, *_ = await reads.matches(POOL)
    made = await reads.revisions(Kind.REQUEST, POOL, request.request_id)
    told = made[0].correlation_id
    return [
        await reads.request(POOL, request.request_id),
        await reads.talent(POOL, talent.talent_id),
        await reads.match(match.match_id),
        await reads.person(POOL, talent.talent_id),
        await reads.explanation(POOL, match.line_id),
        made,
        await reads.story(told),
        await reads.outcome(made[0].event_id),
    ]


QUESTIONS: dict[str, Asked] = {
    "pools": lambda reads: reads.pools(),
    "settings": lambda reads: reads.settings(POOL),
    "requests": lambda reads: reads.requests(POOL),
    "talents": lambda reads: reads.talents(POOL),
    "people": lambda reads: reads.people(POOL),
    "live matches": lambda reads: reads.matches(POOL, live_only=True),
    "matches": lambda reads: reads.matches(POOL),
    "declines": lambda reads: reads.declines(POOL),
    "worked": lambda reads: reads.worked(POOL),
    "plan": lambda reads: reads.plan(POOL),
    "unreadable": lambda reads: reads.unreadable_plan(POOL),
    "problem": lambda reads: reads.problem(POOL),
    "before": lambda reads: reads.plan_before(POOL, 10**6),
    "unmet": lambda reads: reads.unmet(POOL),
    "ledger": lambda reads: reads.ledger(POOL),
    "versions": lambda reads: reads.pool_version(POOL),
    "planned": lambda reads: reads.planned_version(POOL),
    "failures": lambda reads: reads.plan_failures(),
    "failure": lambda reads: reads.plan_failure(POOL),
    "snapshot": lambda reads: reads.snapshot(POOL),
    "dead letters": lambda reads: reads.dead_letters(),
    "single things": of_each,
}


@pytest.mark.parametrize("question", QUESTIONS)
async def test_the_file_answers_as_the_store_does(demo_database: Path, question: str) -> None:
    ask, url = QUESTIONS[question], f"sqlite:///{demo_database}"
    store = SqlStore(url, now=lambda: make.NOW)
    reads = FileReads.of(url, lambda: make.NOW)
    assert reads
    try:
        assert await ask(reads) == await ask(store)
    finally:
        await reads.close()
        await store.close()


async def test_matches_come_by_line_and_talent(demo_database: Path) -> None:
    reads = FileReads.of(f"sqlite:///{demo_database}", lambda: make.NOW)
    assert reads

    found = [(each.line_id, each.talent_id) for each in await reads.matches(POOL)]

    assert len(found) > 2
    assert found == sorted(found)
    await reads.close()
