"""The match that somebody has chosen on the plan: why this person, who is next, what to do."""

from collections.abc import Mapping
from dataclasses import dataclass

from application.views.line_names import LineName
from application.views.open_decisions import open_verbs
from matcher.explanation import LineExplanation, Terms, Why, WhyNot
from models.ids import TalentId
from models.match import Match, Verb
from models.months import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenMatch:
    """A match with what the plan says of its person, and the decisions that are open."""

    match: Match
    name: LineName
    why: Why | None
    verbs: tuple[Verb, ...]
    people: Mapping[TalentId, str]

    @property
    def next_best(self) -> WhyNot | None:
        """Who would come, at the least loss; None where nobody could."""
        if self.why is None or self.why.next_best is None or not self.why.why_not:
            return None
        return self.why.why_not[0]

    @property
    def difference(self) -> tuple[tuple[str, int], ...]:
        """The points that the next best would lose, term by term; terms that are equal stay out."""
        of = self.next_best
        terms = of.terms if of and of.terms else Terms()
        return tuple((name, -lost) for name, lost in terms if lost)

    @property
    def total(self) -> int:
        """Hours of work over all months."""
        return sum(self.match.hours.values())


def chosen_match(
    match: Match,
    name: LineName,
    said: LineExplanation | None,
    people: Mapping[TalentId, str],
    *,
    present: Month,
    releases_at_once: bool,
) -> ChosenMatch:
    """Of a match that has ended the plan says nothing: the same pair may be planned anew."""
    whys = said.why if said and match.live else ()
    return ChosenMatch(
        match=match,
        name=name,
        why=next((each for each in whys if each.talent_id == match.talent_id), None),
        verbs=open_verbs(match, present, releases_at_once=releases_at_once),
        people=people,
    )
