"""Who changed what when, and what was changed by somebody who had not seen the newest revision."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

from infra.store.store import SqlStore
from models.envelope import Envelope, Message
from models.facts import DecisionMade, Fact, RequestStated, TalentStated
from models.ids import CALENDAR, MATCHER, PoolId, RequestId
from models.ingest import Taken
from models.match import MatchState, Side, Verb
from models.months import Month
from models.phrase import Phrase
from models.revision_claims import Kind
from tests import make
from tests.infra.store import given


def taken(fact: Fact, *, actor: str | None = None, seen: int | None = None) -> Taken:
    envelope = Envelope.begin(uuid4(), "test", make.NOW, actor=actor, seen=seen)
    message = Message(envelope=envelope, fact=fact)
    new, place = message.record(), make.record(fact, next(given._offsets))
    return Taken(record=replace(place, headers=new.headers), message=message)


def stated(revision: int, **fields: Any) -> RequestStated:
    return RequestStated(request=make.request("R-1", revision=revision, **fields))


async def test_a_timeline_tells_who_changed_what_by_which_event(store: SqlStore) -> None:
    first = taken(stated(1))
    second = taken(stated(2, urgency=3, title="別の題"), actor="coordinator:20-1", seen=1)
    await store.ingest([first, second], [])

    old, new = await store.revisions(Kind.REQUEST, PoolId("20"), "R-1")

    assert (old.revision, old.actor, old.changed) == (1, None, ())
    assert (new.revision, new.actor, new.changed) == (2, "coordinator:20-1", ("title", "urgency"))
    assert (new.time, new.event_id) == (make.NOW, second.message.envelope.event_id)
    assert new.correlation_id == second.message.envelope.correlation_id
    assert await store.revisions(Kind.REQUEST, PoolId("15"), "R-1") == ()


async def test_of_two_changes_of_one_revision_the_second_is_dead_and_names_both(
    store: SqlStore,
) -> None:
    await store.ingest([taken(stated(1))], [])
    await store.ingest([taken(stated(2, urgency=3), actor="coordinator:20-1", seen=1)], [])

    done = await store.ingest([taken(stated(3, title="別の題"), actor="cli", seen=1)], [])

    [lost] = done.dead
    at = make.NOW.isoformat(timespec="minutes")
    assert lost.why == Phrase.of(
        "stale_since_by", subject="R-1", seen=1, now=2, actor="coordinator:20-1", at=at
    )
    assert await store.request(PoolId("20"), RequestId("R-1")) == make.request(
        "R-1", revision=2, urgency=3
    )


async def test_talents_and_settings_are_not_changed_over_others_either(store: SqlStore) -> None:
    await store.ingest([taken(TalentStated(talent=make.talent())), taken(given.configured(1))], [])
    talent = TalentStated(talent=make.talent(revision=2, remote=False))
    await store.ingest([taken(talent), taken(given.configured(2, block=8))], [])

    late = TalentStated(talent=make.talent(revision=3, municipalities_at_once=2))
    done = await store.ingest([taken(late, seen=1), taken(given.configured(3), seen=1)], [])

    assert [lost.why.code for lost in done.dead] == ["stale_since", "stale_since"]


async def test_facts_that_say_no_revision_are_taken_as_before(store: SqlStore) -> None:
    await store.ingest([taken(stated(1)), taken(stated(2, urgency=3))], [])

    done = await store.ingest([taken(stated(4, urgency=2))], [])

    assert len(done.applied) == 1


async def test_a_match_tells_of_its_plan_its_decisions_and_who_made_them(store: SqlStore) -> None:
    match = make.match(state=MatchState.DRAFTED)
    await given.planned_pool(store, match)
    released = given.decision(match, Verb.RELEASE, seen_revision=1)
    await store.ingest([taken(released, actor="coordinator:20-1")], [])

    made = await store.revisions(Kind.MATCH, PoolId("20"), match.match_id)

    assert [(each.revision, each.reason, each.actor) for each in made] == [
        (1, "planned", MATCHER),
        (2, "released", "coordinator:20-1"),
    ]


async def test_a_draft_whose_hours_crept_is_released_as_it_was_seen(store: SqlStore) -> None:
    match = make.match(state=MatchState.DRAFTED)
    await given.planned_pool(store, match)
    crept = match.becomes(match.state, "hours_replanned", hours=make.hours(80))
    await given.commit(store, crept)

    done = await store.ingest([taken(_release(match.match_id, seen=1))], [])

    assert (len(done.applied), done.dead) == (1, ())


async def test_a_proposal_whose_hours_changed_is_not_accepted_as_it_was_seen(
    store: SqlStore,
) -> None:
    match = make.match()
    await given.planned_pool(store, match)
    await given.commit(store, match.becomes(match.state, "hours_replanned", hours=make.hours(80)))

    accepted = given.decision(match, Verb.ACCEPT, Side.TALENT, seen_revision=1)
    done = await store.ingest([taken(accepted)], [])

    assert [lost.why.code for lost in done.dead] == ["match_changed_since"]


async def test_a_fixed_match_is_accepted_as_it_was_seen_before(store: SqlStore) -> None:
    match = make.match()
    await given.planned_pool(store, match)
    await store.ingest([taken(given.decision(match, Verb.PIN))], [])

    accepted = given.decision(match, Verb.ACCEPT, Side.TALENT, seen_revision=1)
    done = await store.ingest([taken(accepted)], [])

    assert (len(done.applied), done.dead) == (1, ())


async def test_the_calendar_acts_where_a_month_turns(store: SqlStore) -> None:
    match = make.match(state=MatchState.DRAFTED)
    await given.planned_pool(store, match)
    await store.turn(PoolId("20"), Month("2030-01"))

    *_, last = await store.revisions(Kind.MATCH, PoolId("20"), match.match_id)

    assert last.actor == CALENDAR


def _release(match_id: str, *, seen: int) -> DecisionMade:
    return DecisionMade(pool_id="20", match_id=match_id, verb=Verb.RELEASE, seen_revision=seen)
