"""Why somebody else does not serve a line in a person's place: one finding for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.eligible import CONDITIONS
from matcher.explain.case import Case, lifted
from matcher.explain.freed import Freed
from matcher.explain.funnel import busy, reach
from matcher.plan import Against, Terms, WhyNot
from matcher.roster.best_hours import best_hours
from matcher.roster.insertion import Insertion, need_of
from matcher.roster.roster import Roster
from models.ids import LineId

#: What keeps somebody busy away, by the rule they fail first.
_BUSY = {"hours": Against.FULL, "places": Against.PLACES, "exclusive": Against.EXCLUSIVE}
_NEAR = {rule: at for at, rule in enumerate(CONDITIONS)}
_TERMS = tuple(Terms.model_fields)


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a talent on a line, and what the plan is worth with them there."""

    case: Case  #: with the talent lifted off the line
    talent: int
    hours: Sequence[int]  #: of the talent on the line
    terms: Terms  #: of the plan as it is
    points: int  #: lost without the talent

    @property
    def roster(self) -> Roster:
        return self.case.roster


@dataclass(frozen=True, slots=True)
class Standby:
    """Somebody who might have been there: how near they are, and what they could give."""

    talent: int
    kind: Against
    offer: Insertion | None = None
    rules: tuple[str, ...] = ()
    reach: int = 0

    @property
    def is_busy(self) -> bool:
        """Whether they meet the conditions, and something else keeps them away."""
        return self.kind in {Against.MONTHS, *_BUSY.values()}

    def order(self) -> tuple[int, int, int, int]:
        """Who could come first, by points; then the busy, by hours; then by conditions failed."""
        if self.offer:
            return 0, -self.offer.points, 0, self.talent
        if self.is_busy:
            return 1, -self.reach, 0, self.talent
        return 2, len(self.rules), -_NEAR[self.rules[0]] if self.rules else 0, self.talent


def standbys(place: Place) -> list[Standby]:
    """Everybody else who holds the role and is not on the line, the nearest first."""
    case = place.case
    needed = need_of(place.roster, case.line_at)
    on = place.roster.on[case.line_at]
    found = []
    for at, talent in enumerate(case.numbered.talents):
        if at == place.talent or at in on or case.line.role not in talent.roles:
            continue
        found.append(_standby(case, at, needed, place.points))
    return sorted(found, key=Standby.order)


def _standby(case: Case, at: int, needed: int, points: int) -> Standby:
    if case.numbered.is_pinned(case.line_at, at):
        return Standby(at, Against.APART)  # pinned to no hours: on the line they would be on it
    failed = case.static(at)
    if failed:
        rules = tuple(rule for rule in CONDITIONS if rule in failed)
        return Standby(at, Against.CONDITION, rules=rules)
    pair = case.numbered.pair(case.line_at, at)
    if not pair.months:
        return Standby(at, Against.CONDITION, rules=("hours",))
    if offer := best_hours(case.roster, case.line_at, pair):
        loss = points - offer.points
        kind = Against.COSTS if loss > 0 else Against.BETTER if loss < 0 else Against.EQUAL
        return Standby(at, kind, offer)
    months = case.open_months(at)
    if (most := reach(case, months, case.left)) < needed:
        return Standby(at, Against.MONTHS, reach=most)
    free = [case.roster.free[at][m] - case.toll(at, m) for m in range(len(case.left))]
    return Standby(at, _BUSY[busy(case, at, needed)[0]], reach=reach(case, months, free))


def finding(place: Place, standby: Standby, freed: Freed) -> WhyNot:
    """What is found of one of them; sentences come later."""
    case, at = place.case, standby.talent
    name = case.numbered.talents[at].talent_id
    if standby.kind in (Against.APART, Against.CONDITION):
        return WhyNot.model_construct(talent_id=name, kind=standby.kind, rules=standby.rules)
    if offer := standby.offer:
        hours = offer.shares[0][1]
        return WhyNot.model_construct(
            talent_id=name,
            kind=standby.kind,
            travel=sum(case.toll(at, month) for month, some in enumerate(hours) if some),
            loss=place.points - offer.points,
            terms=_lost(place, at, hours),
        )
    months = _months(case, at, standby.kind)
    needed = need_of(place.roster, case.line_at)
    is_full, is_short = standby.kind is Against.FULL, standby.kind is Against.MONTHS
    loss, displaced = (None, None) if is_short else _displacing(place, at, freed)
    return WhyNot.model_construct(
        talent_id=name,
        kind=standby.kind,
        months=tuple(case.numbered.months[month] for month in months),
        reach=standby.reach if is_full or is_short else None,
        needs=needed if is_full or is_short else None,
        travel=_on_the_way(case, at, months, needed) if is_full else 0,
        loss=loss,
        displaced=displaced,
    )


def _lost(place: Place, at: int, hours: Sequence[int]) -> Terms:
    """The terms with the person on the line, less those with somebody else in their place."""
    roster, line = place.roster, place.case.line_at
    roster.put(line, at, hours)
    other = roster.terms
    roster.drop(line, at)
    return Terms(**{name: getattr(place.terms, name) - getattr(other, name) for name in _TERMS})


def _months(case: Case, at: int, kind: Against) -> list[int]:
    """The months asked in which this is what keeps the talent from giving all that is left."""
    months = [month for month in case.open_months(at) if case.left[month]]
    if kind is Against.MONTHS:
        return months
    if kind is Against.FULL:
        free = case.roster.free[at]
        return [m for m in months if free[m] - case.toll(at, m) < case.left[m]]
    if kind is Against.PLACES:
        at_once = case.numbered.at_once[at]
        return [m for m in months if not case.has_place(at, m, at_once)]
    return [m for m in months if not case.is_apart(at, m)]


def _on_the_way(case: Case, at: int, months: Sequence[int], needed: int) -> int:
    """Quarters of travel in the months that are short, where these make the difference."""
    way = sum(case.toll(at, month) for month in months)
    enough = reach(case, case.open_months(at), case.roster.free[at]) >= needed
    return way if way and enough else 0


def _displacing(place: Place, at: int, freed: Freed) -> tuple[int | None, LineId | None]:
    """The least loss if somebody busy left one other line and came; none where that is not it."""
    case, roster = place.case, place.roster
    best: tuple[int, int] | None = None
    pair = case.numbered.pair(case.line_at, at)
    for line in case.standing.work[at]:
        if line == case.line_at or at not in roster.on[line]:
            continue
        if not freed.may_leave(line, at):
            continue
        with lifted(roster, line, [at]):
            # The line they leave may be the PM line that this one needs.
            starts = roster.may_start(case.line_at)
            offer = best_hours(roster, case.line_at, pair) if starts else None
            after = roster.score + offer.points if offer else None
        if after is not None:
            loss = place.terms.score - after
            best = min(best or (loss, line), (loss, line))
    return (best[0], case.numbered.lines[best[1]].line_id) if best else (None, None)
