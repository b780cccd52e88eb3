"""A match as its municipality sees it: the work and the hours; who it is once both have agreed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from application.views.hours import Hours
from application.views.open_decisions import answerers
from matcher.plan import Unmet
from models.accounts import Grant
from models.codes import MunicipalityCode
from models.ids import TalentId
from models.match import Match, MatchState, Side, Verb
from models.months import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A match that has been shown to the officer's municipalities."""

    match: Match
    own: tuple[MunicipalityCode, ...]  #: those of its municipalities that are the officer's
    ahead: Hours  #: from this month on
    person: str = ""  #: the name, where both sides have agreed
    accepts: tuple[MunicipalityCode, ...] = ()  #: own ones that may accept it now
    declines: tuple[MunicipalityCode, ...] = ()
    retracts: tuple[MunicipalityCode, ...] = ()

    @property
    def title(self) -> str:
        """The task."""
        return self.match.terms.title if self.match.terms else ""

    @property
    def span(self) -> tuple[Month, ...]:
        """The months, in order."""
        return tuple(sorted(self.match.hours))

    @property
    def total(self) -> int:
        """Quarters over all months."""
        return sum(self.match.hours.values())

    @property
    def others(self) -> tuple[MunicipalityCode, ...]:
        """Those who ask jointly with the officer's and have not accepted yet."""
        done = {*self.own, *self.match.accepted_places}
        return tuple(place for place in self.match.places if place not in done)

    @property
    def told(self) -> bool:
        """Whether it is listed: it stands, or it was agreed or declined and then ended."""
        declined = self.match.state is MatchState.DECLINED
        return self.match.live or declined or self.match.agreed_terms is not None


def coming(
    grant: Grant, matches: Iterable[Match], people: Mapping[TalentId, str], present: Month
) -> tuple[Coming, ...]:
    """Of matches at places of theirs, those that are no drafts; the earliest first."""
    shown = (each for each in matches if each.state is not MatchState.DRAFTED)
    made = (_coming(grant, match, people, present) for match in shown)
    return tuple(sorted(made, key=lambda each: (each.span, each.match.match_id)))


def _coming(grant: Grant, match: Match, people: Mapping[TalentId, str], present: Month) -> Coming:
    own = tuple(place for place in match.places if place in grant.municipalities)
    agreed = match.state is MatchState.CONFIRMED
    return Coming(
        match=match,
        own=own,
        ahead={m: hours for m, hours in sorted(match.hours.items()) if m >= present and hours},
        person=people.get(match.talent_id, "") if agreed else "",
        accepts=_may(match, Verb.ACCEPT, own, present),
        declines=_may(match, Verb.DECLINE, own, present),
        retracts=_may(match, Verb.RETRACT, own, present),
    )


def _may(
    match: Match, verb: Verb, own: Sequence[MunicipalityCode], present: Month
) -> tuple[MunicipalityCode, ...]:
    open_to = [a for a in answerers(match, verb, present) if a.side is Side.MUNICIPALITY]
    return tuple(place for place in own if any(a.municipality in {None, place} for a in open_to))


def without_others(unmet: Unmet) -> Unmet:
    """Why hours are unmet, as a municipality is told: without points and without anybody's id."""
    facts = unmet.facts.model_copy(update={"nearest": None, "lacks": {}})
    return unmet.model_copy(update={"facts": facts, "prices": {}, "need": {}, "enough": ()})
