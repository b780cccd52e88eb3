"""The rules by which a fact changes the state: revisions, conflicts, decisions. No SQL here."""

from infra.store.lives import request_of
from infra.store.state import State, Stated
from models.entities import Request, RequestStatus, Talent, TalentStatus
from models.envelope import Envelope, Message
from models.errors import Conflict, Refused, Unreadable
from models.facts import DecisionMade, PoolConfigured, RequestStated, TalentStated
from models.life import BARRING, Decline, DeclineReason, Match, MatchState, decide
from models.text import KEPT


def apply(state: State, message: Message) -> bool:
    """Take a fact; False where it says nothing new. Raises Rejected, and then changes nothing."""
    match message.fact:
        case RequestStated(request=request):
            news = _take_request(state, request, message.envelope)
        case TalentStated(talent=talent):
            news = _take_talent(state, talent, message.envelope)
        case PoolConfigured() as configured:
            news = _take_settings(state, configured)
        case DecisionMade() as decision:
            news = _take_decision(state, decision, message.envelope)
        case other:
            raise Unreadable(f"{other.type} is derived by the service, not stated to it")
    if news:
        state.pools[message.fact.key].last = message.envelope
    return news


def _take_request(state: State, request: Request, cause: Envelope) -> bool:
    key = (request.pool_id, request.request_id)
    if not _is_news(request, request.request_id, state.requests.get(key)):
        return False
    state.requests[key] = _stated(state, request, cause)
    state.new_requests.add(key)
    if request.status is RequestStatus.WITHDRAWN:
        for match in state.live(request.pool_id):
            if request_of(match) == request.request_id:
                state.end(match, MatchState.WITHDRAWN, "request_withdrawn", cause)
    return True


def _take_talent(state: State, talent: Talent, cause: Envelope) -> bool:
    key = (talent.pool_id, talent.talent_id)
    if not _is_news(talent, talent.talent_id, state.talents.get(key)):
        return False
    state.talents[key] = _stated(state, talent, cause)
    state.new_talents.add(key)
    if talent.status is TalentStatus.LEFT:
        for match in state.live(talent.pool_id):
            if match.talent_id == talent.talent_id:
                state.end(match, MatchState.CANCELLED, "talent_left", cause)
    return True


def _take_settings(state: State, fact: PoolConfigured) -> bool:
    pool = state.pools[fact.pool_id]
    if fact.revision < pool.settings_revision:
        return False
    if fact.revision == pool.settings_revision:
        if fact.settings != pool.settings:
            raise _conflict(f"the settings of pool {fact.pool_id}", fact.revision)
        return False
    pool.settings, pool.settings_revision = fact.settings, fact.revision
    return True


def _take_decision(state: State, decision: DecisionMade, cause: Envelope) -> bool:
    before = state.matches.get(decision.match_id)
    if before is None or before.pool_id != decision.pool_id:
        raise Refused(
            f"{decision.verb} of match {decision.match_id}: pool {decision.pool_id} has no such "
            "match"
        )
    after = decide(before, decision)
    state.move(before, after, cause)
    if decision.verb in BARRING:
        state.declines.append((after, _decline(state, before, decision)))
    return True


def _decline(state: State, match: Match, decision: DecisionMade) -> Decline:
    """The decline, with what the request and the talent were like when it was said."""
    request = state.requests[match.pool_id, request_of(match)]
    stated = state.talents[match.pool_id, match.talent_id]
    talent = Talent.model_validate_json(stated.content, context=KEPT)
    return Decline(
        talent_id=match.talent_id,
        line_id=match.line_id,
        municipalities=Request.model_validate_json(request.content, context=KEPT).municipalities,
        # A cancelled pair is not offered again: the coordinator has just ended it.
        reason=decision.reason or DeclineReason.THIS_LINE,
        months=decision.months,
        hours=match.hours,
        free={month: talent.free(month) for month in match.hours},
        capacity=talent.capacity,
    )


def _is_news(entity: Request | Talent, subject: str, known: Stated | None) -> bool:
    if known is None or entity.revision > known.revision:
        return True
    if entity.revision < known.revision:
        return False
    # As values, not as text: months named in another order say the same.
    if type(entity).model_validate_json(known.content, context=KEPT) != entity:
        raise _conflict(subject, entity.revision)
    return False


def _conflict(subject: str, revision: int) -> Conflict:
    return Conflict(f"revision {revision} of {subject} was stated before with other content")


def _stated(state: State, entity: Request | Talent, cause: Envelope) -> Stated:
    return Stated(
        revision=entity.revision,
        status=entity.status.value,
        content=entity.model_dump_json(),
        event_id=cause.event_id,
        correlation_id=cause.correlation_id,
        changed_version=state.pools[entity.pool_id].version + 1,
    )
