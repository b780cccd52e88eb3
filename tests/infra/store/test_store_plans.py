"""Snapshots and plans: one moment, one fence, one ledger that refuses too many hours."""

import pytest
from sqlalchemy.exc import IntegrityError

from infra.store.store import SqlStore
from matcher.ports import LedgerRow
from models.errors import PlanOutdated
from models.event_log import NewRecord
from models.facts import PoolChanged
from models.ids import PoolId, TalentId
from models.match import MatchState
from tests import make
from tests.infra.store import given

NOTE = NewRecord(topic="talentpool.matches.v1", key="20", value=b"{}", headers=(("a", b"\x00"),))


def row(talent_id: str = "T-1", used: int = 64, capacity: int = 128) -> LedgerRow:
    return LedgerRow(talent_id=TalentId(talent_id), month=make.FIRST, used=used, capacity=capacity)


async def test_a_plan_is_kept_with_its_matches_its_ledger_and_its_outbox(store: SqlStore) -> None:
    await given.planned_pool(store)
    match = make.match(fixed_by_hand=True, hours={"2026-11": 31, "2026-12": 0})
    store.outbox_ready.clear()

    plan = await given.commit(store, match, ledger=[row()], outbox=[NOTE])

    assert await store.plan(PoolId("20")) == plan
    assert await store.problem(PoolId("20")) == given.problem(plan.version)
    assert await store.planned_version(PoolId("20")) == plan.version
    assert await store.match(match.match_id) == match
    assert await store.ledger(PoolId("20")) == (row(),)
    assert await given.drain(store) == [NOTE]
    assert store.outbox_ready.is_set()


async def test_a_stale_plan_changes_nothing(store: SqlStore) -> None:
    await given.planned_pool(store)
    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    await given.commit(store, ledger=[row()])
    await given.ingest(store, make.request("R-3"))
    await given.drain(store)

    with pytest.raises(PlanOutdated):
        await store.commit_plan(
            given.plan(snapshot.version, score=9),
            problem=given.problem(),
            matches=[make.match()],
            ledger=[row("T-2")],
            outbox=[NOTE],
        )

    assert await store.matches(PoolId("20")) == ()
    assert await store.ledger(PoolId("20")) == (row(),)
    assert await given.drain(store) == []
    plan = await store.plan(PoolId("20"))
    assert plan
    assert plan.score == 0


async def test_a_plan_of_an_unknown_pool_is_stale(store: SqlStore) -> None:
    with pytest.raises(PlanOutdated):
        await store.commit_plan(
            given.plan(1), problem=given.problem(), matches=[], ledger=[], outbox=[]
        )


async def test_a_better_plan_of_the_same_version_takes_the_place_of_the_first(
    store: SqlStore,
) -> None:
    match = make.match(state="drafted")
    await given.planned_pool(store, match)
    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot

    stamp = await store.stamp(PoolId("20"))
    better = given.plan(snapshot.version, score=9)
    moved = match.becomes(MatchState.DRAFTED, "hours_replanned", hours=make.hours(32))
    await store.commit_plan(better, problem=given.problem(), matches=[moved], ledger=[], outbox=[])

    assert await store.plan(PoolId("20")) == better
    assert await store.match(match.match_id) == moved
    assert await store.stamp(PoolId("20")) != stamp


async def test_a_second_plan_from_the_same_moment_does_not_overwrite_a_match(
    store: SqlStore,
) -> None:
    await given.planned_pool(store)
    first = make.match(hours=make.hours(64))
    await given.commit(store, first)

    with pytest.raises(PlanOutdated):
        await given.commit(store, make.match(hours=make.hours(32)), make.match("R-2/1", "T-2"))

    assert await store.matches(PoolId("20")) == (first,)


@pytest.mark.parametrize("used", [129, -1])
async def test_the_ledger_refuses_hours_over_capacity_and_then_nothing_is_kept(
    store: SqlStore, used: int
) -> None:
    await given.planned_pool(store)
    plan = await given.commit(store, ledger=[row()])

    with pytest.raises(IntegrityError, match="ledger_used"):
        await given.commit(
            store, make.match(), ledger=[row("T-2"), row("T-1", used=used)], outbox=[NOTE]
        )

    assert await store.matches(PoolId("20")) == ()
    assert await store.ledger(PoolId("20")) == (row(),)
    assert await store.plan(PoolId("20")) == plan
    assert await given.drain(store) == []


async def test_the_ledger_of_another_pool_stays(store: SqlStore) -> None:
    await given.planned_pool(store)
    await given.commit(store, ledger=[row()])
    await given.ingest(store, make.talent("T-9", pool_id="15"))

    await store.commit_plan(
        given.plan(1, pool_id="15"),
        problem=given.problem(pool_id="15"),
        matches=[],
        ledger=[row("T-9")],
        outbox=[],
    )

    assert await store.ledger(PoolId("20")) == (row(),)
    assert await store.ledger(PoolId("15")) == (row("T-9"),)


async def test_the_last_twenty_plans_are_kept(store: SqlStore) -> None:
    for number in range(23):
        await given.ingest(store, make.request(f"R-{number}"))
        plan = await given.commit(store)

    async with store._database.reading() as connection:
        found = await connection.exec_driver_sql("SELECT version FROM plans ORDER BY version")
        versions = [version for (version,) in found]

    assert versions == list(range(4, 24))
    assert await store.plan(PoolId("20")) == plan


async def test_a_snapshot_names_the_facts_that_are_newer_than_the_plan(store: SqlStore) -> None:
    await given.planned_pool(store)
    fresh = given.taken(make.request("R-1", revision=2))
    last = given.taken(make.talent("T-1", revision=2))
    await store.ingest([fresh, last], [])

    snapshot = await store.snapshot(PoolId("20"))

    assert snapshot
    assert snapshot.fresh == {"R-1": fresh.message.envelope.correlation_id}
    assert snapshot.correlation_id == last.message.envelope.correlation_id
    await given.commit(store)
    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    assert snapshot.fresh == {}


async def test_a_snapshot_holds_the_open_the_active_and_the_live(store: SqlStore) -> None:
    live = make.match("R-1/1", "T-1")
    await given.planned_pool(store, live, make.match("R-2/1", "T-2", state="cancelled"))
    await given.ingest(store, given.configured(1, release_at_once=True))

    snapshot = await store.snapshot(PoolId("20"))

    assert snapshot
    assert snapshot.settings.release_at_once
    assert [r.request_id for r in snapshot.requests] == ["R-1", "R-2"]
    assert [t.talent_id for t in snapshot.talents] == ["T-1", "T-2"]
    assert snapshot.matches == (live,)
    assert snapshot.version == 2


async def test_a_plan_does_not_raise_the_version(store: SqlStore) -> None:
    await given.planned_pool(store)

    await given.commit(store, make.match())

    assert await given.said(store, PoolChanged) == []
