"""decision -> match: what becomes of a match when a person decides about it.

`decide` is the only place where a person's decision changes a match; what a plan changes, the
matcher says. It is pure: the same match and the same decision always give the same match.
"""

from collections.abc import Callable, Collection

from models.errors import Refused
from models.match import Decision, DeclineReason, Match, MatchState, Side, Verb
from models.months import Month
from models.phrase import Param

#: Reason of the last change of a match whose end was taken back.
RESUMED = "resumed"
#: Reason of the last change of a match whose first months are over, not yet agreed by both.
MONTH_OVER = "month_over"

#: Reasons of changes that no decision is about.
_SMALL = frozenset({MONTH_OVER, "retitled", "pinned", "unpinned"})
#: Reasons of changes that a draft is free to have.
_CREEPING = frozenset({"planned", "hours_replanned"})

_ACCEPTS: dict[tuple[MatchState, Side], MatchState] = {
    (MatchState.PROPOSED, Side.TALENT): MatchState.ACCEPTED_BY_TALENT,
    (MatchState.PROPOSED, Side.MUNICIPALITY): MatchState.ACCEPTED_BY_MUNICIPALITY,
    (MatchState.ACCEPTED_BY_TALENT, Side.MUNICIPALITY): MatchState.CONFIRMED,
    (MatchState.ACCEPTED_BY_MUNICIPALITY, Side.TALENT): MatchState.CONFIRMED,
}
_RETRACTS = {(after, side): before for (before, side), after in _ACCEPTS.items()}
#: Reasons of an end that keep a pair from being offered again.
_BARS = frozenset(f"declined_{reason}" for reason in DeclineReason) | {"cancelled_by_coordinator"}


def decide(
    match: Match,
    decision: Decision,
    now: Month | None = None,
    since: Collection[str] | None = None,
) -> Match:
    """The match after a person's decision. The months before `now` are over.

    `since`: why each revision came that the person had not seen; None where that is not known.
    Raises Refused, with the state the match is in, where the decision does not fit it.
    """

    def refused(code: str, **more: Param) -> Refused:
        about = {"verb": decision.verb.value, "match_id": match.match_id}
        return Refused(code, **about, state=match.state.value, **more)

    if decision.verb is Verb.UNBAR and _keeps_out(match, now):
        return match.becomes(match.state, "unbarred", ended_hours={})
    if not match.live:
        raise refused("match_bars_nobody" if decision.verb is Verb.UNBAR else "match_is_final")
    if not _is_as_seen(match, decision, since):
        raise refused("match_changed_since", seen=decision.seen_revision, now=match.revision)
    if decision.municipality and decision.municipality not in match.places:
        raise refused(
            "not_its_municipality", municipality=decision.municipality, places=match.places
        )
    match decision.verb:
        case Verb.RELEASE:
            if match.state is not MatchState.DRAFTED:
                raise refused("only_drafts_are_released")
            return match.becomes(MatchState.PROPOSED, "released")
        case Verb.RECALL:
            if match.state is not MatchState.PROPOSED or match.agreed:
                raise refused("only_open_proposals_are_recalled")
            return match.becomes(MatchState.DRAFTED, "recalled")
        case Verb.ACCEPT:
            accepted = _accepted(match, decision)
            if accepted is None and decision.municipality in match.accepted_places:
                raise refused("place_has_accepted", municipality=decision.municipality)
            if accepted is None:
                raise refused("nothing_to_accept", side=_side(decision))
            return accepted
        case Verb.RETRACT:
            retracted = _retracted(match, decision)
            if retracted is None:
                raise refused("nothing_to_take_back", side=_side(decision))
            return retracted
        case Verb.DECLINE:
            if match.state is MatchState.DRAFTED:
                raise refused("draft_is_not_declined")
            if match.state is MatchState.CONFIRMED:
                raise refused("confirmed_is_not_declined")
            return match.becomes(MatchState.DECLINED, f"declined_{decision.reason}")
        case Verb.CANCEL:
            return match.becomes(MatchState.CANCELLED, "cancelled_by_coordinator")
        case Verb.PIN:
            if match.fixed_by_hand:
                raise refused("fixed_already")
            return match.becomes(match.state, "pinned", fixed_by_hand=True)
        case Verb.UNPIN:
            if not match.fixed_by_hand:
                raise refused("not_fixed_by_hand")
            return match.becomes(match.state, "unpinned", fixed_by_hand=False)
        case Verb.END:
            return _ended(match, decision, now, refused)
        case Verb.RESUME:
            return _resumed(match, now, refused)
        case Verb.UNBAR if match.ended_hours:
            raise refused("ended_is_resumed")
        case Verb.UNBAR:
            raise refused("match_bars_nobody")


def _side(decision: Decision) -> str | None:
    return decision.side.value if decision.side else None


def _is_as_seen(match: Match, decision: Decision, since: Collection[str] | None) -> bool:
    """Whether nothing has changed that the person decided about.

    That a month has passed changes nothing to come, and a draft is a pair whose hours still creep.
    """
    if since is not None:
        return all(
            why in _SMALL or (match.state is MatchState.DRAFTED and why in _CREEPING)
            for why in since
        )
    turned = match.reason == MONTH_OVER and decision.seen_revision == match.revision - 1
    return turned or decision.seen_revision in (None, match.revision)


def _keeps_out(match: Match, now: Month | None) -> bool:
    """Whether it keeps its pair from being offered, and no other decision takes that back.

    What was ended from a month on is resumed, as long as the match lives and a month is left.
    """
    if match.live:
        return bool(match.ended_hours) and now is not None and max(match.ended_hours) < now
    return match.reason in _BARS or bool(match.ended_hours)


def _ended(
    match: Match, decision: Decision, now: Month | None, refused: Callable[..., Refused]
) -> Match:
    since = decision.since
    assert since is not None
    if not match.agreed:
        raise refused("only_agreed_work_ends")
    if now and since < now:
        raise refused("month_is_over", month=since)
    left = {month: hours for month, hours in match.hours.items() if month < since}
    ended = {month: hours for month, hours in match.hours.items() if month >= since}
    if not any(ended.values()):
        raise refused("no_hours_from", month=since)
    if not any(left.values()):
        raise refused("no_hours_before", month=since)
    ended = match.ended_hours | ended
    return match.becomes(match.state, "ended_from_a_month_on", hours=left, ended_hours=ended)


def _resumed(match: Match, now: Month | None, refused: Callable[..., Refused]) -> Match:
    if not match.ended_hours:
        raise refused("nothing_was_ended")
    back = {month: hours for month, hours in match.ended_hours.items() if month >= (now or month)}
    if not back:
        raise refused("ended_months_are_over")
    return match.becomes(match.state, RESUMED, hours=match.hours | back, ended_hours={})


def _accepted(match: Match, decision: Decision) -> Match | None:
    """The match after one more has accepted; None where the answer says nothing new."""
    assert decision.side is not None
    after = _ACCEPTS.get((match.state, decision.side))
    if after is None:
        return None
    reason = f"accepted_by_{decision.side}"
    agreed = match.agreed_terms if match.agreed else match.terms
    if decision.side is Side.TALENT:
        return match.becomes(after, reason, agreed_terms=agreed)
    if decision.municipality in match.accepted_by:
        return None
    yes = {*match.accepted_by, *((decision.municipality,) if decision.municipality else ())}
    if decision.municipality is None or yes.issuperset(match.places):
        return match.becomes(after, reason, agreed_terms=agreed, accepted_by=match.places)
    # Each answers for itself: the others have still to say.
    some = tuple(place for place in match.places if place in yes)
    return match.becomes(
        match.state, "accepted_by_one_municipality", agreed_terms=agreed, accepted_by=some
    )


def _retracted(match: Match, decision: Decision) -> Match | None:
    """The match after one has taken an acceptance back; None where there is none to take."""
    assert decision.side is not None
    before = _RETRACTS.get((match.state, decision.side))
    some = match.accepted_by
    if decision.side is Side.MUNICIPALITY:
        gone = (decision.municipality,) if decision.municipality else match.places
        some = tuple(place for place in match.accepted_places if place not in gone)
    if before is None and some == match.accepted_by:
        return None
    after = match.becomes(before or match.state, f"retracted_by_{decision.side}", accepted_by=some)
    return after if after.agreed else after.model_copy(update={"agreed_terms": None})
