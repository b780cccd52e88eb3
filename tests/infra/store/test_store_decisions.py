"""Decisions, declines, withdrawn requests and leaving talents: what becomes of their matches."""

from uuid import NAMESPACE_URL, uuid5

import pytest

from infra.store.store import SqlStore
from models.facts import MatchChanged, PoolChanged
from models.ids import MatchId, PoolId
from models.match import DeclineReason, MatchState, Side, Verb
from tests import make
from tests.infra.store import given


async def test_a_decision_moves_its_match_and_says_so(store: SqlStore) -> None:
    match = make.match()
    await given.planned_pool(store, match)
    accept = given.taken(given.decision(match, Verb.ACCEPT, Side.TALENT))

    await store.ingest([accept], [])

    after = await store.match(match.match_id)
    assert after
    assert (after.state, after.revision) == (MatchState.ACCEPTED_BY_TALENT, 2)
    assert after.hours == match.hours
    [message] = await given.said(store, MatchChanged)
    fact = message.fact
    assert isinstance(fact, MatchChanged)
    assert (fact.before, fact.state) == (MatchState.PROPOSED, MatchState.ACCEPTED_BY_TALENT)
    assert (fact.pinned, fact.reason) == (True, "accepted_by_talent")
    assert message.envelope.correlation_id == accept.message.envelope.correlation_id
    assert message.envelope.event_id == uuid5(NAMESPACE_URL, f"{match.match_id}/2")


async def test_a_decision_asks_for_a_new_plan(store: SqlStore) -> None:
    match = make.match()
    await given.planned_pool(store, match)

    await given.ingest(store, given.decision(match, Verb.PIN))

    assert len(await given.said(store, PoolChanged)) == 1


async def test_two_decisions_in_one_batch_are_two_steps(store: SqlStore) -> None:
    match = make.match()
    await given.planned_pool(store, match)

    await given.ingest(
        store,
        given.decision(match, Verb.ACCEPT, Side.TALENT),
        given.decision(match, Verb.ACCEPT, Side.MUNICIPALITY),
    )

    after = await store.match(match.match_id)
    assert after
    assert after.state is MatchState.CONFIRMED
    steps = [m.fact.model_dump()["revision"] for m in await given.said(store, MatchChanged)]
    assert steps == [2, 3]


async def test_a_decision_that_was_appended_twice_is_taken_once(store: SqlStore) -> None:
    match = make.match()
    await given.planned_pool(store, match)
    accept = given.decision(match, Verb.ACCEPT, Side.TALENT)
    twice = [given.taken(accept, offset, event_id=given.event_id(1)) for offset in (1, 2)]

    done = await store.ingest(twice, [])

    assert (done.applied, done.repeated, done.dead) == ((twice[0],), (twice[1],), ())


async def test_a_decision_that_does_not_fit_is_dead_and_changes_nothing(store: SqlStore) -> None:
    match = make.match()
    await given.planned_pool(store, match)

    done = await given.ingest(store, given.decision(match, Verb.RELEASE))

    [lost] = done.dead
    assert match.match_id in str(lost.why)
    assert await store.match(match.match_id) == match
    assert await given.said(store, PoolChanged) == []


async def test_a_decision_about_a_match_of_another_pool_is_dead(store: SqlStore) -> None:
    known = make.match()
    await given.planned_pool(store, known)

    done = await given.ingest(
        store, given.decision(known.model_copy(update={"pool_id": "15"}), Verb.CANCEL)
    )

    [lost] = done.dead
    assert (lost.why.code, lost.why.params["match_id"]) == ("match_unknown", known.match_id)
    assert await store.match(known.match_id) == known


@pytest.mark.parametrize("reason", DeclineReason)
async def test_a_decline_is_kept_with_what_was_so_at_that_time(
    store: SqlStore, reason: DeclineReason
) -> None:
    match = make.match("R-2/1", "T-2")
    await given.planned_pool(store, match)
    months = ("2026-12",) if reason is DeclineReason.LATER else ()

    await given.ingest(
        store,
        given.decision(match, Verb.DECLINE, Side.TALENT, reason, months=months),
        make.request("R-2", revision=2, municipalities=(make.SAKU,)),
        make.talent("T-2", revision=2, capacity=make.hours(16)),
    )

    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    [decline] = snapshot.declines
    assert (decline.line_id, decline.talent_id) == ("R-2/1", "T-2")
    assert (decline.reason, decline.months) == (reason, months)
    assert decline.municipalities == (make.SAKU, make.MATSUMOTO)
    assert decline.hours == match.hours
    assert decline.free == make.hours(128)
    assert decline.capacity == make.hours(128, make.MONTHS)
    assert snapshot.matches == ()


async def test_a_cancelled_pair_is_not_offered_for_its_line_again(store: SqlStore) -> None:
    match = make.match("R-2/1", "T-2", state="confirmed")
    await given.planned_pool(store, match)

    await given.ingest(store, given.decision(match, Verb.CANCEL))

    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    [bar] = snapshot.declines
    assert (bar.line_id, bar.talent_id) == ("R-2/1", "T-2")
    assert bar.reason is DeclineReason.THIS_LINE


async def test_a_withdrawn_request_withdraws_its_live_matches_and_no_other(
    store: SqlStore,
) -> None:
    pinned = make.match("R-1/1", "T-1", state="confirmed")
    drafted = make.match("R-1/1", "T-2", state="drafted")
    ended = make.match("R-1/1", "T-1", match_id="M-old", state="declined")
    other = make.match("R-2/1", "T-1")
    await given.planned_pool(store, pinned, drafted, ended, other)
    withdrawn = given.taken(make.request("R-1", revision=2, status="withdrawn"))
    pin = given.taken(given.decision(other, Verb.PIN))

    await store.ingest([pin, withdrawn], [])

    matches = {m.match_id: m for m in await store.matches(PoolId("20"))}
    for match in (pinned, drafted):
        after = matches[match.match_id]
        assert (after.state, after.reason) == (MatchState.WITHDRAWN, "request_withdrawn")
        assert after.revision == 2
    assert matches[MatchId("M-old")] == ended
    assert matches[other.match_id].pinned
    pinning, *said = await given.said(store, MatchChanged)
    assert pinning.fact.subject == other.match_id
    assert len(said) == 2
    correlation = withdrawn.message.envelope.correlation_id
    assert {m.envelope.correlation_id for m in said} == {correlation}
    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    assert [r.request_id for r in snapshot.requests] == ["R-2"]
    assert [m.match_id for m in snapshot.matches] == [other.match_id]


async def test_a_talent_that_left_cancels_its_live_matches_and_no_other(store: SqlStore) -> None:
    own, other = make.match("R-1/1", "T-1"), make.match("R-2/1", "T-2")
    await given.planned_pool(store, own, other)

    await given.ingest(
        store,
        given.decision(other, Verb.PIN),
        make.talent("T-1", revision=2, status="left"),
    )

    after = await store.match(own.match_id)
    assert after
    assert (after.state, after.reason) == (MatchState.CANCELLED, "talent_left")
    assert [m.match_id for m in await store.matches(PoolId("20"), live_only=True)] == [
        other.match_id
    ]
    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    assert [t.talent_id for t in snapshot.talents] == ["T-2"]


async def test_the_same_ids_in_another_pool_are_left_alone(store: SqlStore) -> None:
    match = make.match("R-1/1", "T-1")
    await given.planned_pool(store, match)
    niigata = {"pool_id": "15", "municipalities": ("151009",)}

    await given.ingest(
        store,
        make.request("R-1", status="withdrawn", **niigata),
        make.talent("T-1", status="left", pool_id="15"),
    )

    assert await store.matches(PoolId("20")) == (match,)
    assert await store.matches(PoolId("15")) == ()


async def test_a_decision_after_the_withdrawal_in_the_same_batch_is_refused(
    store: SqlStore,
) -> None:
    match = make.match()
    await given.planned_pool(store, match)

    done = await given.ingest(
        store,
        make.request("R-1", revision=2, status="withdrawn"),
        given.decision(match, Verb.ACCEPT, Side.TALENT),
    )

    assert [lost.why.code for lost in done.dead] == ["match_is_final"]
    after = await store.match(match.match_id)
    assert after
    assert after.state is MatchState.WITHDRAWN


async def test_a_history_of_withdrawal_does_not_end_a_match(store: SqlStore) -> None:
    match = make.match()
    await given.planned_pool(store, match)
    await given.ingest(store, make.request("R-1", revision=3))

    await given.ingest(store, make.request("R-1", revision=2, status="withdrawn"))

    assert await store.match(match.match_id) == match
