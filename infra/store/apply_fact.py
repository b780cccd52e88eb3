"""The rules by which a fact changes the state: revisions, conflicts, decisions. No SQL here."""

from datetime import UTC, datetime
from typing import TypeVar

from pydantic import ValidationError

from infra.store.batch_state import Moved, State, Stated
from infra.store.match_rows import request_of
from infra.store.month_turn import places
from infra.store.seen_revision import changed_fields, check_seen, stated
from models.entities import Request, RequestStatus, Talent, TalentStatus
from models.envelope import Envelope, Message
from models.errors import Conflict, Early, Refused, Unreadable
from models.facts import DecisionMade, PoolConfigured, RequestStated, TalentStated
from models.hour_limits import newly_beyond
from models.ids import LineId, PoolId
from models.match import BARRING, Decline, DeclineReason, Match, MatchState, Verb
from models.match_decisions import decide
from models.retired_lines import digest
from models.revision_claims import Kind
from models.revisions import reasons_since
from models.terms import terms_of
from models.worked_hours import worked

E = TypeVar("E", Request, Talent)

#: Facts that were said before hours had their bound were right when they were taken, and are taken
#: in the same way whenever the log is read again. What is planned never exceeds a month.
_BOUNDED_SINCE = datetime(2026, 11, 30, tzinfo=UTC)


def apply(state: State, message: Message, *, replayed: bool = False) -> bool:
    """Take a fact; False where it says nothing new.

    `replayed`: it was refused before, so nothing it says is history. Raises Rejected or, for a
    decision whose match is not known yet, Early; then nothing is changed.
    """
    match message.fact:
        case RequestStated(request=request):
            news = _take_request(state, request, message.envelope, replayed=replayed)
        case TalentStated(talent=talent):
            news = _take_talent(state, talent, message.envelope, replayed=replayed)
        case PoolConfigured() as configured:
            news = _take_settings(state, configured, message.envelope, replayed=replayed)
        case DecisionMade() as decision:
            news = _take_decision(state, decision, message.envelope)
        case other:
            raise Unreadable("fact_is_derived", type=other.type)
    if news:
        state.pools[message.fact.key].last = message.envelope
    return news


def _take_request(state: State, request: Request, cause: Envelope, *, replayed: bool) -> bool:
    key = (request.pool_id, request.request_id)
    known = state.requests.get(key)
    if not _is_news(request, request.request_id, known, replayed=replayed):
        return False
    before = _as_kept(Request, known)
    thing = (Kind.REQUEST, *key)
    made = stated(thing, request.revision, changed_fields(before, request), cause)
    check_seen(state, made, known.revision if known else 0, cause)
    _check_hours(request, state.requests.get(key), cause)
    state.requests[key] = _stated(state, request, cause)
    state.new_requests.add(key)
    state.note(made)
    for match in state.live(request.pool_id):
        if request_of(match) == request.request_id:
            carry_over(state, match, before, request, cause)
    if before:
        _begin_anew(state, request.pool_id, _new_lines(before, request))
    return True


def carry_over(
    state: State, match: Match, before: Request | None, request: Request, cause: Envelope
) -> None:
    """What becomes of a live match where its request is stated anew."""
    if request.status is RequestStatus.WITHDRAWN:
        state.end(match, MatchState.WITHDRAWN, "request_withdrawn", cause)
        return
    terms = terms_of(request, match.line_id)
    if terms is None:
        state.end(match, MatchState.WITHDRAWN, "line_removed", cause)
        return
    if match.terms is None and before:
        stood = terms_of(before, match.line_id)
        agreed = stood if match.agreed else None
        match = match.model_copy(update={"terms": stood, "agreed_terms": agreed})
    after = match.with_terms(terms)
    if after is not match:
        state.move(Moved(match, after, cause))


def _new_lines(before: Request, request: Request) -> set[LineId]:
    """The lines that came; one that was removed and comes back as it was is not new."""
    numbers = {line.line for line in before.lines}
    came = (line for line in request.lines if line.line not in numbers)
    return {request.line_id(n.line) for n in came if before.retired.get(n.line) != digest(n)}


def leave(state: State, match: Match, cause: Envelope) -> None:
    """The talent of a match has left the pool."""
    state.end(match, MatchState.CANCELLED, "talent_left", cause)


def _begin_anew(state: State, pool_id: PoolId, lines: set[LineId]) -> None:
    """What was declined of an earlier line of the same number says nothing of the new one."""
    just_now = {(m.pool_id, m.match_id): decline for m, decline in state.declines}
    for (of, match_id), decline in (state.standing_declines | just_now).items():
        ours = of == pool_id and decline.line_id in lines
        if ours and decline.reason is not DeclineReason.THIS_MUNICIPALITY:
            state.lifted.add(match_id)


def _take_talent(state: State, talent: Talent, cause: Envelope, *, replayed: bool) -> bool:
    key = (talent.pool_id, talent.talent_id)
    known = state.talents.get(key)
    if not _is_news(talent, talent.talent_id, known, replayed=replayed):
        return False
    before = _as_kept(Talent, known)
    thing = (Kind.TALENT, *key)
    made = stated(thing, talent.revision, changed_fields(before, talent), cause)
    check_seen(state, made, known.revision if known else 0, cause)
    _check_hours(talent, known, cause)
    state.talents[key] = _stated(state, talent, cause)
    state.new_talents.add(key)
    state.note(made)
    if talent.status is TalentStatus.LEFT:
        for match in state.live(talent.pool_id):
            if match.talent_id == talent.talent_id:
                leave(state, match, cause)
    return True


def _take_settings(state: State, fact: PoolConfigured, cause: Envelope, *, replayed: bool) -> bool:
    pool = state.pools[fact.pool_id]
    if fact.revision < pool.settings_revision:
        return _is_history(fact.pool_id, fact.revision, replayed=replayed)
    if fact.revision == pool.settings_revision:
        if fact.settings != pool.settings:
            raise _conflict(fact.pool_id, fact.revision)
        return False
    thing = (Kind.SETTINGS, fact.pool_id, str(fact.pool_id))
    changed = changed_fields(pool.settings, fact.settings)
    made = stated(thing, fact.revision, changed, cause)
    check_seen(state, made, pool.settings_revision, cause)
    pool.settings, pool.settings_revision = fact.settings, fact.revision
    state.note(made)
    return True


def _take_decision(state: State, decision: DecisionMade, cause: Envelope) -> bool:
    before = _decided_about(state, decision)
    month = state.pools[decision.pool_id].month
    after = decide(before, decision, month, _since(state, before, decision))
    if month and before is not state.matches.get(before.match_id):
        # Brought back: its months may have turned while nobody here knew of it.
        state.worked += worked(before, places(state, before), None, month)
    declined = _decline(state, before, decision) if decision.verb in BARRING else None
    state.move(Moved(before, after, cause, decided=True, declined=declined))
    if decision.verb in (Verb.UNBAR, Verb.RESUME):
        state.lifted.add(before.match_id)
    if after.live and before is decision.match:
        # Brought back as it was then: its request may have been stated anew since.
        stated = state.requests[after.pool_id, request_of(after)]
        request = Request.read_kept(stated.content)
        carry_over(state, after, None, request, cause)
    return True


def _since(state: State, match: Match, decision: DecisionMade) -> tuple[str, ...] | None:
    """Why the match has changed since the decision's maker saw it; None where nobody knows."""
    if decision.seen_revision is None or decision.seen_revision > match.revision:
        return None
    made = state.made(Kind.MATCH, match.pool_id, match.match_id)
    return reasons_since(made, decision.seen_revision, match.revision)


def _decided_about(state: State, decision: DecisionMade) -> Match:
    """The match as the store knows it; or as the decision brings it back.

    A store that was restored from an older copy may know a match as it was long before the
    decision, or not at all. Raises Early where it is not known and cannot be brought back yet.
    """
    known, seen = state.matches.get(decision.match_id), decision.match
    about = {"match_id": decision.match_id, "pool_id": decision.pool_id}
    if known is not None and known.pool_id != decision.pool_id:
        raise Refused("match_unknown", verb=decision.verb.value, **about)
    if known is not None and (seen is None or known.revision > seen.revision or known == seen):
        return known
    if seen is None:
        raise Early("match_not_known_yet", **about)
    if (seen.pool_id, request_of(seen)) not in state.requests:
        raise Early("request_not_known_yet", **about)
    if (seen.pool_id, seen.talent_id) not in state.talents:
        raise Early("talent_not_known_yet", **about)
    return seen


def _decline(state: State, match: Match, decision: DecisionMade) -> Decline:
    """The decline, with what the request and the talent were like when it was said."""
    request = state.requests[match.pool_id, request_of(match)]
    stated = state.talents[match.pool_id, match.talent_id]
    talent = Talent.read_kept(stated.content)
    places = match.places or Request.read_kept(request.content).municipalities
    return Decline(
        talent_id=match.talent_id,
        line_id=match.line_id,
        municipalities=(decision.municipality,) if decision.municipality else places,
        # A cancelled pair is not offered again: the coordinator has just ended it.
        reason=decision.reason or DeclineReason.THIS_LINE,
        months=decision.months,
        since=decision.since,
        hours=match.hours,
        free={month: talent.free(month) for month in match.hours},
        capacity=talent.capacity,
    )


def _is_news(
    entity: Request | Talent, subject: str, known: Stated | None, *, replayed: bool
) -> bool:
    if known is None or entity.revision > known.revision:
        return True
    if entity.revision < known.revision:
        return _is_history(subject, entity.revision, replayed=replayed)
    # As values, not as text: months named in another order say the same.
    if type(entity).read_kept(known.content) != entity:
        raise _conflict(subject, entity.revision)
    return False


def _is_history(subject: str, revision: int, *, replayed: bool) -> bool:
    # What was refused has never been part of the history: it must not end as if it had been.
    if replayed:
        raise Conflict("gone_on_since_refused", subject=subject, revision=revision)
    return False


def _as_kept(kind: type[E], known: Stated | None) -> E | None:
    """What stands; none too where it cannot be read: whatever is stated then mends it."""
    try:
        return kind.read_kept(known.content) if known else None
    except ValidationError:
        return None


def _check_hours(entity: E, known: Stated | None, cause: Envelope) -> None:
    """Refused where hours are stated anew that no month has."""
    if cause.time < _BOUNDED_SINCE:
        return
    before = _as_kept(type(entity), known)
    if over := newly_beyond(entity, before):
        first = over[0]
        raise Refused(
            "hours_beyond_the_month" if first.month else "hours_beyond_every_month",
            field=first.field,
            month=first.month,
            hours=first.amount,
            most=first.limit,
        )


def _conflict(subject: str, revision: int) -> Conflict:
    return Conflict("revision_taken", subject=subject, revision=revision)


def _stated(state: State, entity: Request | Talent, cause: Envelope) -> Stated:
    return Stated(
        revision=entity.revision,
        status=entity.status.value,
        content=entity.model_dump_json(),
        event_id=cause.event_id,
        correlation_id=cause.correlation_id,
        changed_version=state.pools[entity.pool_id].version + 1,
    )
