"""What was worked stays worked, whatever is stated later; what nobody agreed to ends in time."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from infra.store.store import SqlStore
from models.envelope import Envelope
from models.facts import MatchChanged
from models.ids import LineId, PoolId
from models.match import MatchState, Side, Verb
from models.months import Month
from models.revision_claims import Kind
from models.terms import terms_of
from tests import make
from tests.infra.store import given

TOKYO = ZoneInfo("Asia/Tokyo")
NOVEMBER = datetime(2026, 11, 21, 9, 0, tzinfo=TOKYO)
FEBRUARY = datetime(2027, 2, 10, 9, 0, tzinfo=TOKYO)
WINTER = ("2026-12", "2027-01", "2027-02", "2027-03")
AGREED = make.hours(16, WINTER)


class Clock:
    """The present moment, set by the test."""

    def __init__(self) -> None:
        self.moment = NOVEMBER

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(url: str, clock: Clock) -> AsyncIterator[SqlStore]:
    store = SqlStore(url, now=clock)
    await store.open()
    yield store
    await store.close()


async def worked(store: SqlStore) -> dict[tuple[str, str], int]:
    return {(w.talent_id, w.month): w.hours for w in await store.worked(PoolId("20"))}


CONFIRMED = make.match("R-2/1", state=MatchState.CONFIRMED, hours=AGREED)
BEFORE_FEBRUARY = {("T-1", "2026-12"): 16, ("T-1", "2027-01"): 16}


@pytest.mark.parametrize(
    "fact",
    [
        make.request("R-2", revision=2, status="withdrawn"),
        make.request("R-2", revision=2, municipalities=("202037",)),
        make.talent("T-1", revision=2, status="left"),
        given.decision(CONFIRMED, Verb.CANCEL),
    ],
)
@pytest.mark.parametrize("seen_by_a_plan", [True, False])
async def test_hours_that_were_worked_stay_worked_whatever_comes(
    store: SqlStore, clock: Clock, fact: Any, seen_by_a_plan: bool
) -> None:
    await given.planned_pool(store, CONFIRMED)
    clock.moment = FEBRUARY
    if seen_by_a_plan:
        await store.turn(PoolId("20"), Month("2027-02"))

    await store.ingest([given.taken(fact, time=FEBRUARY)], [])
    await store.turn(PoolId("20"), Month("2027-02"))

    assert await worked(store) == BEFORE_FEBRUARY
    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    assert snapshot.served == {make.SAKU: "2027-01", make.MATSUMOTO: "2027-01"}


async def test_a_month_turns_once(store: SqlStore, clock: Clock) -> None:
    await given.planned_pool(store, CONFIRMED)
    clock.moment = FEBRUARY
    await store.turn(PoolId("20"), Month("2027-02"))
    recorded = await store.worked(PoolId("20"))

    await store.turn(PoolId("20"), Month("2027-02"))
    await store.turn(PoolId("20"), Month("2027-01"))

    assert await store.worked(PoolId("20")) == recorded
    assert {w.month for w in recorded} == {"2026-12", "2027-01"}
    assert await given.said(store, MatchChanged) == []


async def test_what_was_agreed_after_the_month_was_not_worked_in_it(
    store: SqlStore, clock: Clock
) -> None:
    match = make.match(state=MatchState.ACCEPTED_BY_TALENT, hours=AGREED)
    await given.planned_pool(store, match)
    clock.moment = FEBRUARY

    yes = given.decision(match, Verb.ACCEPT, Side.MUNICIPALITY)
    await store.ingest([given.taken(yes, time=FEBRUARY)], [])
    await store.turn(PoolId("20"), Month("2027-03"))

    assert await worked(store) == {("T-1", "2027-02"): 16}
    after = await store.match(match.match_id)
    assert after
    assert after.state is MatchState.CONFIRMED
    assert list(after.hours) == ["2027-02", "2027-03"]


async def test_what_was_agreed_in_time_counts_though_the_service_took_it_later(
    store: SqlStore, clock: Clock
) -> None:
    match = make.match(state=MatchState.ACCEPTED_BY_TALENT, hours=AGREED)
    await given.planned_pool(store, match)
    clock.moment = FEBRUARY

    yes = given.decision(match, Verb.ACCEPT, Side.MUNICIPALITY)
    await store.ingest([given.taken(yes, time=NOVEMBER)], [])
    await store.turn(PoolId("20"), Month("2027-02"))

    assert await worked(store) == BEFORE_FEBRUARY


async def test_the_month_turns_where_the_offices_are(store: SqlStore, clock: Clock) -> None:
    await given.planned_pool(store, CONFIRMED)
    clock.moment = datetime(2027, 1, 1, 8, 40, tzinfo=TOKYO)  # 31 December in UTC

    await store.ingest([given.taken(make.talent("T-9"), time=clock.moment)], [])

    assert await worked(store) == {("T-1", "2026-12"): 16}


async def test_a_sender_whose_clock_is_ahead_turns_no_month(store: SqlStore) -> None:
    await given.planned_pool(store, CONFIRMED)

    await store.ingest([given.taken(make.talent("T-9"), time=FEBRUARY)], [])

    assert await worked(store) == {}


@pytest.mark.parametrize(
    "state",
    [
        MatchState.DRAFTED,
        MatchState.PROPOSED,
        MatchState.ACCEPTED_BY_TALENT,
        MatchState.ACCEPTED_BY_MUNICIPALITY,
    ],
)
async def test_what_nobody_agreed_to_ends_with_its_months(
    store: SqlStore, clock: Clock, state: MatchState
) -> None:
    partly = make.match("R-1/1", "T-1", state=state, hours=AGREED)
    wholly = make.match("R-1/1", "T-2", state=state, hours=make.hours(16, WINTER[:2]))
    await given.planned_pool(store, partly, wholly)
    clock.moment = FEBRUARY

    await store.turn(PoolId("20"), Month("2027-02"))

    cut, ended = await store.match(partly.match_id), await store.match(wholly.match_id)
    assert cut
    assert ended
    assert (cut.state, cut.reason, list(cut.hours)) == (state, "month_over", list(WINTER[2:]))
    assert (ended.state, ended.reason) == (MatchState.WITHDRAWN, "month_over")
    assert await worked(store) == {}
    assert len(await given.said(store, MatchChanged)) == 2


async def test_a_draft_is_not_released_into_the_past(store: SqlStore, clock: Clock) -> None:
    draft = make.match(state=MatchState.DRAFTED, hours=AGREED)
    over = make.match("R-2/1", state=MatchState.DRAFTED, hours=make.hours(16, WINTER[:2]))
    await given.planned_pool(store, draft, over)
    clock.moment = FEBRUARY

    done = await store.ingest(
        [given.taken(given.decision(m, Verb.RELEASE), time=FEBRUARY) for m in (draft, over)], []
    )

    after = await store.match(draft.match_id)
    assert after
    assert (after.state, list(after.hours)) == (MatchState.PROPOSED, list(WINTER[2:]))
    assert [lost.why.code for lost in done.dead] == ["match_is_final"]


async def test_an_old_store_records_what_its_confirmed_matches_have_behind_them(
    store: SqlStore, clock: Clock
) -> None:
    await given.planned_pool(store, CONFIRMED)
    async with store._database.writing() as connection:
        await connection.execute(text("UPDATE pools SET month = NULL"))
    clock.moment = FEBRUARY

    await store.turn(PoolId("20"), Month("2027-02"))

    assert await worked(store) == BEFORE_FEBRUARY


async def test_a_pool_that_nobody_knows_has_no_month_to_turn(store: SqlStore) -> None:
    await store.turn(PoolId("15"), Month("2027-02"))

    assert await store.pools() == ()


async def test_agreed_work_that_ends_keeps_what_was_worked_and_bars_the_pair_from_then_on(
    store: SqlStore, clock: Clock
) -> None:
    await given.planned_pool(store, CONFIRMED)
    clock.moment = FEBRUARY

    end = given.decision(CONFIRMED, Verb.END, since="2027-03")
    await store.ingest([given.taken(end, time=FEBRUARY)], [])

    assert await worked(store) == BEFORE_FEBRUARY
    after, snapshot = await store.match(CONFIRMED.match_id), await store.snapshot(PoolId("20"))
    assert after
    assert snapshot
    assert (after.state, list(after.hours)) == (MatchState.CONFIRMED, list(WINTER[:3]))
    assert [(d.talent_id, d.line_id, d.since) for d in snapshot.declines] == [
        ("T-1", "R-2/1", "2027-03")
    ]

    back = given.decision(after, Verb.RESUME)
    await store.ingest([given.taken(back, time=FEBRUARY)], [])

    resumed, snapshot = await store.match(CONFIRMED.match_id), await store.snapshot(PoolId("20"))
    assert resumed
    assert snapshot
    assert resumed.hours == CONFIRMED.hours
    assert snapshot.declines == ()


async def test_an_end_in_a_month_that_is_over_is_refused(store: SqlStore, clock: Clock) -> None:
    await given.planned_pool(store, CONFIRMED)
    clock.moment = FEBRUARY

    end = given.decision(CONFIRMED, Verb.END, since="2027-01")
    done = await store.ingest([given.taken(end, time=FEBRUARY)], [])

    assert [lost.why.code for lost in done.dead] == ["month_is_over"]
    assert await store.match(CONFIRMED.match_id) == CONFIRMED


def said(time: datetime) -> Envelope:
    return Envelope.begin(uuid4(), "test", time)


async def test_a_restore_knows_what_was_worked_from_what_was_said_of_the_matches(
    store: SqlStore, clock: Clock
) -> None:
    proposed = make.match(
        "R-2/1", hours=AGREED, terms=terms_of(make.request("R-2"), LineId("R-2/1"))
    )
    await given.planned_pool(store, proposed)
    clock.moment = FEBRUARY
    confirmed = proposed.becomes(MatchState.CONFIRMED, "accepted_by_talent")
    cancelled = confirmed.becomes(MatchState.CANCELLED, "cancelled_by_coordinator")

    store.follows_months = False
    await store.ingest([given.taken(make.talent("T-9"), time=FEBRUARY)], [])
    memory = await store.set_matches_aside()
    await memory.remember(
        [
            (said(NOVEMBER), MatchChanged.of(proposed, confirmed)),
            (said(FEBRUARY), MatchChanged.of(confirmed, cancelled)),
        ]
    )
    await store.rebuild_matches(memory)
    store.follows_months = True
    await store.turn(PoolId("20"), Month("2027-02"))

    assert await worked(store) == BEFORE_FEBRUARY
    assert await store.match(cancelled.match_id) == cancelled
    made = await store.revisions(Kind.MATCH, PoolId("20"), cancelled.match_id)
    assert [each.reason for each in made][-2:] == [confirmed.reason, cancelled.reason]
