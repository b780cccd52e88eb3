"""Decisions that come before their match: they wait for it, or bring it back."""

from dataclasses import replace

import pytest

from infra.store.store import SqlStore
from models.envelope import read
from models.event_log import NewRecord, Record
from models.facts import DecisionMade, MatchChanged
from models.ids import PoolId
from models.ingest import Taken
from models.match import DeclineReason, Match, MatchState, Side, Verb
from tests import make
from tests.infra.store import given

MATCH = make.match()


def again(record: NewRecord, offset: int) -> Taken:
    """A record of the outbox as it comes from its topic."""
    there = Record(
        topic=record.topic,
        key=record.key,
        value=record.value,
        headers=record.headers,
        partition=0,
        offset=offset,
    )
    return Taken(record=there, message=read(there, DecisionMade))


async def test_decisions_about_an_unknown_match_wait_and_are_applied_when_it_comes(
    store: SqlStore,
) -> None:
    await given.planned_pool(store)
    accept = given.taken(given.decision(MATCH, Verb.ACCEPT, Side.TALENT))
    confirm = given.taken(given.decision(MATCH, Verb.ACCEPT, Side.MUNICIPALITY))

    early = await store.ingest([accept, confirm], [])
    assert (early.waiting, early.dead) == ((accept, confirm), ())
    assert [each.match_id for each in await store.waiting()] == [MATCH.match_id] * 2
    assert await store.outcome(accept.message.envelope.event_id) is None

    await given.commit(store, MATCH)
    called = [r for r in await given.drain(store) if r.topic == DecisionMade.topic]
    await store.ingest([again(r, 70 + n) for n, r in enumerate(called)], [])

    after = await store.match(MATCH.match_id)
    assert after
    assert (after.state, after.revision) == (MatchState.CONFIRMED, 3)
    assert await store.waiting() == []
    assert await store.outcome(confirm.message.envelope.event_id) == "applied"


async def test_a_decision_waits_behind_those_that_were_decided_before_it(store: SqlStore) -> None:
    await given.planned_pool(store)
    drafted = make.match(state=MatchState.DRAFTED)
    await given.ingest(store, given.decision(drafted, Verb.RELEASE))
    await given.commit(store, drafted)

    done = await given.ingest(store, given.decision(drafted, Verb.ACCEPT, Side.TALENT))

    assert (len(done.applied), done.dead) == (2, ())
    after = await store.match(drafted.match_id)
    assert after
    assert after.state is MatchState.ACCEPTED_BY_TALENT


async def test_a_waiting_decision_that_comes_again_waits_once(store: SqlStore) -> None:
    await given.planned_pool(store)
    accept = given.taken(given.decision(MATCH, Verb.ACCEPT, Side.TALENT))

    for offset in (1, 2):
        await store.ingest([replace(accept, record=replace(accept.record, offset=offset))], [])

    assert len(await store.waiting()) == 1


async def test_a_decision_brings_its_match_back_as_it_stood(store: SqlStore) -> None:
    await given.planned_pool(store)
    seen = make.match(revision=4, hours=make.hours(48))

    await given.ingest(store, given.decision(seen, Verb.ACCEPT, Side.TALENT, match=seen))

    after = await store.match(seen.match_id)
    assert after
    assert after == seen.becomes(MatchState.ACCEPTED_BY_TALENT, "accepted_by_talent")


@pytest.mark.parametrize("known", [make.match(), make.match(hours=make.hours(16), revision=3)])
async def test_a_match_that_fell_behind_its_decision_is_brought_forward(
    store: SqlStore, known: Match
) -> None:
    await given.planned_pool(store, known)
    seen = make.match(revision=3, hours=make.hours(48))

    await given.ingest(
        store, given.decision(seen, Verb.ACCEPT, Side.TALENT, match=seen, seen_revision=3)
    )

    after = await store.match(seen.match_id)
    assert after
    assert (after.state, after.revision) == (MatchState.ACCEPTED_BY_TALENT, 4)
    assert after.hours == seen.hours


async def test_a_match_that_went_on_is_not_set_back_by_a_decision(store: SqlStore) -> None:
    known = make.match(revision=5, hours=make.hours(16))
    await given.planned_pool(store, known)
    seen = make.match(revision=3)

    done = await given.ingest(
        store, given.decision(seen, Verb.ACCEPT, Side.TALENT, match=seen, seen_revision=3)
    )

    assert [lost.why.code for lost in done.dead] == ["match_changed_since"]
    assert await store.match(known.match_id) == known


async def test_a_decision_waits_for_the_request_and_the_talent_of_its_match(
    store: SqlStore,
) -> None:
    decline = given.decision(MATCH, Verb.DECLINE, Side.TALENT, DeclineReason.THIS_LINE, match=MATCH)
    early = await given.ingest(store, decline)
    later = await given.ingest(store, make.request("R-1"))
    assert (len(early.waiting), len(later.waiting), len(later.dead)) == (1, 0, 0)

    done = await given.ingest(store, make.talent("T-1"))

    assert len(done.applied) == 2
    after = await store.match(MATCH.match_id)
    assert after
    assert after.state is MatchState.DECLINED
    snapshot = await store.snapshot(PoolId("20"))
    assert snapshot
    assert [each.line_id for each in snapshot.declines] == ["R-1/1"]


async def test_a_match_event_holds_the_whole_match_and_what_caused_it(store: SqlStore) -> None:
    await given.planned_pool(store, MATCH)
    decline = given.taken(given.decision(MATCH, Verb.DECLINE, Side.TALENT, DeclineReason.HOURS))

    await store.ingest([decline], [])

    [message] = await given.said(store, MatchChanged)
    fact = message.fact
    assert isinstance(fact, MatchChanged)
    assert fact.match == await store.match(MATCH.match_id)
    assert fact.decided_by == decline.message.envelope.event_id
    assert fact.declined is not None
    assert fact.declined.capacity == make.hours(128, make.MONTHS)
