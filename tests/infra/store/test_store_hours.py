"""Hours that no month has, on the topics: refused when they are new, kept as they were before."""

from dataclasses import replace
from datetime import UTC, datetime

from infra.store.store import SqlStore
from models.entities import Talent
from models.ids import PoolId, TalentId
from models.ingest import Taken
from tests import make
from tests.infra.store.given import taken

BEFORE = datetime(2026, 11, 1, tzinfo=UTC)
AFTER = datetime(2026, 12, 1, tzinfo=UTC)
LONG = make.talent(capacity=make.hours(6400))


def said(talent: Talent, when: datetime) -> Taken:
    """A fact as it was said then."""
    made = taken(talent)
    envelope = made.message.envelope.model_copy(update={"time": when})
    return replace(made, message=made.message.model_copy(update={"envelope": envelope}))


async def test_a_fact_with_hours_that_no_month_has_is_a_dead_letter(store: SqlStore) -> None:
    done = await store.ingest([said(LONG, AFTER)], [])

    [dead] = done.dead
    assert (dead.why.code, dead.why.params["most"]) == ("hours_beyond_the_month", 744 * 4)
    assert await store.talent(PoolId("20"), TalentId("T-1")) is None


async def test_what_was_stated_before_the_bound_is_taken_and_may_be_amended(
    store: SqlStore,
) -> None:
    away = LONG.model_copy(update={"revision": 2, "remote": False})
    first = await store.ingest([said(LONG, BEFORE)], [])
    second = await store.ingest([said(away, AFTER)], [])

    assert not first.dead + second.dead
    assert await store.talent(PoolId("20"), TalentId("T-1")) == away
