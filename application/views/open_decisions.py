"""What may be decided about a match as it stands, and who may answer for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.codes import MunicipalityCode
from models.errors import Refused
from models.match import ANSWERS, Decision, DeclineReason, Match, MatchState, Side, Verb
from models.match_decisions import decide
from models.months import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Who answers: the talent, the municipality, or one of several that ask jointly."""

    side: Side
    municipality: MunicipalityCode | None = None


def open_verbs(match: Match, present: Month, *, releases_at_once: bool = False) -> tuple[Verb, ...]:
    """The decisions that fit the state the match is in."""
    return tuple(
        verb
        for verb in Verb
        if any(_fits(match, each, present) for each in _examples(match, verb, present))
        # Where drafts are shown at once, the next plan would show this one again.
        and not (verb is Verb.RECALL and releases_at_once)
    )


def answerers(match: Match, verb: Verb, present: Month) -> tuple[Answerer, ...]:
    """Who may answer in this way now."""
    return tuple(
        Answerer(side=each.side, municipality=each.municipality)
        for each in _examples(match, verb, present)
        if each.side is not None and _fits(match, each, present)
    )


def months_to_end(match: Match, present: Month) -> tuple[Month, ...]:
    """The months from which agreed hours may end: one is left before it."""
    return tuple(m for m in sorted(match.hours)[1:] if m >= present and match.hours[m])


def _examples(match: Match, verb: Verb, present: Month) -> Iterator[Decision]:
    """The decision as each of those who might make it would."""
    about = {"pool_id": match.pool_id, "match_id": match.match_id, "verb": verb}
    if verb is Verb.END:
        # What one side alone has agreed to has not begun.
        if match.state is MatchState.CONFIRMED:
            for month in months_to_end(match, present):
                yield Decision(**about, since=month)
        return
    if verb not in ANSWERS:
        yield Decision(**about)
        return
    reason = DeclineReason.THIS_LINE if verb is Verb.DECLINE else None
    yield Decision(**about, side=Side.TALENT, reason=reason)
    several = match.places if len(match.places) > 1 else (None,)
    for place in several:
        yield Decision(**about, side=Side.MUNICIPALITY, municipality=place, reason=reason)


def _fits(match: Match, decision: Decision, present: Month) -> bool:
    try:
        decide(match, decision, present)
    except Refused:
        return False
    return True
