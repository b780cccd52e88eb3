"""A match as its talent sees it: the work, the hours, why they; no points, nobody else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from application.views.hours import Hours, summed
from matcher.plan import Plan, Why
from matcher.ports import LedgerRow
from models.codes import MunicipalityCode
from models.entities import Talent
from models.match import Match, MatchState
from models.months import Month
from models.phrase import Phrase
from models.skills import level

#: States in which the talent has not answered yet.
_OPEN = frozenset({MatchState.PROPOSED, MatchState.ACCEPTED_BY_MUNICIPALITY})
#: States in which the talent has given its word.
_GIVEN = frozenset({MatchState.ACCEPTED_BY_TALENT, MatchState.CONFIRMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferMonth:
    """Quarters of one month, the way there left out."""

    month: Month
    asked: int  #: by this match
    agreed: int  #: by the talent's other matches that somebody has given their word for
    limit: int  #: what the talent has for municipalities

    @property
    def after(self) -> int:
        """With this match."""
        return self.agreed + self.asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A match of the talent's own."""

    match: Match
    months: tuple[OfferMonth, ...]
    reasons: tuple[Phrase, ...]

    @property
    def places(self) -> tuple[MunicipalityCode, ...]:
        """For whom."""
        return self.match.places

    @property
    def title(self) -> str:
        """The task."""
        return self.match.terms.title if self.match.terms else ""

    @property
    def total(self) -> int:
        """Quarters over all months."""
        return sum(self.match.hours.values())

    @property
    def least(self) -> int:
        """Quarters in the lightest month."""
        return min(self.match.hours.values(), default=0)

    @property
    def most(self) -> int:
        """Quarters in the heaviest month."""
        return max(self.match.hours.values(), default=0)

    @property
    def span(self) -> tuple[Month, ...]:
        """The months, in order."""
        return tuple(sorted(self.match.hours))

    @property
    def open(self) -> bool:
        """The talent has still to answer."""
        return self.match.state in _OPEN

    @property
    def given(self) -> bool:
        """The talent has said yes."""
        return self.match.state in _GIVEN


def offers(
    talent: Talent, matches: Sequence[Match], plan: Plan | None, ledger: Sequence[LedgerRow]
) -> tuple[Offer, ...]:
    """Every match that a talent has been shown, the earliest first; drafts are nobody's yet."""
    own = [m for m in matches if m.talent_id == talent.talent_id]
    shown = [m for m in own if m.state is not MatchState.DRAFTED]
    limits = {row.month: row.capacity for row in ledger if row.talent_id == talent.talent_id}
    whys = {w.line_id: w for w in (plan.why if plan else ()) if w.talent_id == talent.talent_id}
    made = (_offer(talent, match, own, limits, whys.get(match.line_id)) for match in shown)
    return tuple(sorted(made, key=lambda each: (each.span, each.match.match_id)))


def _offer(
    talent: Talent, match: Match, own: Sequence[Match], limits: Mapping[Month, int], why: Why | None
) -> Offer:
    others = [each for each in own if each.agreed and each.match_id != match.match_id]
    agreed: Hours = summed(each.hours for each in others)
    return Offer(
        match=match,
        months=tuple(
            OfferMonth(
                month=month,
                asked=match.hours[month],
                agreed=agreed.get(month, 0),
                limit=limits.get(month, talent.free(month)),
            )
            for month in sorted(match.hours)
        ),
        reasons=tuple(_reasons(talent, match, others, why)) if match.live else (),
    )


def _reasons(
    talent: Talent, match: Match, others: Sequence[Match], why: Why | None
) -> Iterator[Phrase]:
    """Facts that speak for this person; of other people no more than how many there are."""
    terms = match.terms
    if terms is None:
        return
    for name, asked in terms.skills.items():
        if held := level(talent.skills, name):
            yield Phrase.of("web_me_why_skill", skill=name, level=held, asked=asked)
    if talent.base in match.places:
        yield Phrase.of("web_me_why_near", place=talent.base)
    for place in match.places:
        if any(place in each.places for each in others):
            yield Phrase.of("web_me_why_there", place=place)
    if why is not None and not why.pinned:
        if why.candidates == 1:
            yield Phrase.of("web_me_why_only")
        elif why.candidates:
            yield Phrase.of("web_me_why_one_of", count=why.candidates)
    if why is not None and why.need:
        yield Phrase.of("web_me_why_need", parts=tuple(each.value for each in why.need))
