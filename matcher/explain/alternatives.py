"""Why somebody else does not serve a line in a person's place: one finding for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.eligibility.eligibility import CONDITIONS
from matcher.explain.funnel import busy, reach
from matcher.explain.line_context import LineContext, lifted
from matcher.explain.removal_cost import RemovalCosts
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
class Incumbent:
    """The place of a talent on a line, and what the plan is worth with them there."""

    context: LineContext  #: with the talent lifted off the line
    talent: int
    hours: Sequence[int]  #: of the talent on the line
    terms: Terms  #: of the plan as it is
    points: int  #: lost without the talent

    @property
    def roster(self) -> Roster:
        return self.context.roster


@dataclass(frozen=True, slots=True)
class Alternative:
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


def alternatives(place: Incumbent) -> list[Alternative]:
    """Everybody else who holds the role and is not on the line, the nearest first."""
    context = place.context
    needed = need_of(place.roster, context.line_at)
    on = place.roster.on[context.line_at]
    found = []
    for at, talent in enumerate(context.numbered.talents):
        if at == place.talent or at in on or context.line.role not in talent.roles:
            continue
        found.append(_alternative(context, at, needed, place.points))
    return sorted(found, key=Alternative.order)


def _alternative(context: LineContext, at: int, needed: int, points: int) -> Alternative:
    if context.numbered.is_pinned(context.line_at, at):
        return Alternative(at, Against.APART)  # pinned to no hours: on the line they would be on it
    failed = context.static(at)
    if failed:
        rules = tuple(rule for rule in CONDITIONS if rule in failed)
        return Alternative(at, Against.CONDITION, rules=rules)
    pair = context.numbered.pair(context.line_at, at)
    if not pair.months:
        return Alternative(at, Against.CONDITION, rules=("hours",))
    if offer := best_hours(context.roster, context.line_at, pair):
        loss = points - offer.points
        kind = Against.COSTS if loss > 0 else Against.BETTER if loss < 0 else Against.EQUAL
        return Alternative(at, kind, offer)
    months = context.open_months(at)
    if (most := reach(context, months, context.left)) < needed:
        return Alternative(at, Against.MONTHS, reach=most)
    free = [context.roster.free[at][m] - context.toll(at, m) for m in range(len(context.left))]
    return Alternative(at, _BUSY[busy(context, at, needed)[0]], reach=reach(context, months, free))


def finding(place: Incumbent, alternative: Alternative, removal: RemovalCosts) -> WhyNot:
    """What is found of one of them; sentences come later."""
    context, at = place.context, alternative.talent
    name = context.numbered.talents[at].talent_id
    if alternative.kind in (Against.APART, Against.CONDITION):
        return WhyNot.model_construct(
            talent_id=name, kind=alternative.kind, rules=alternative.rules
        )
    if offer := alternative.offer:
        hours = offer.shares[0][1]
        return WhyNot.model_construct(
            talent_id=name,
            kind=alternative.kind,
            travel=sum(context.toll(at, month) for month, some in enumerate(hours) if some),
            loss=place.points - offer.points,
            terms=_lost(place, at, hours),
        )
    months = _months(context, at, alternative.kind)
    needed = need_of(place.roster, context.line_at)
    is_full, is_short = alternative.kind is Against.FULL, alternative.kind is Against.MONTHS
    loss, displaced = (None, None) if is_short else _displacing(place, at, removal)
    return WhyNot.model_construct(
        talent_id=name,
        kind=alternative.kind,
        months=tuple(context.numbered.months[month] for month in months),
        reach=alternative.reach if is_full or is_short else None,
        needs=needed if is_full or is_short else None,
        travel=_on_the_way(context, at, months, needed) if is_full else 0,
        loss=loss,
        displaced=displaced,
    )


def _lost(place: Incumbent, at: int, hours: Sequence[int]) -> Terms:
    """The terms with the person on the line, less those with somebody else in their place."""
    roster, line = place.roster, place.context.line_at
    roster.put(line, at, hours)
    other = roster.terms
    roster.drop(line, at)
    return Terms(**{name: getattr(place.terms, name) - getattr(other, name) for name in _TERMS})


def _months(context: LineContext, at: int, kind: Against) -> list[int]:
    """The months asked in which this is what keeps the talent from giving all that is left."""
    months = [month for month in context.open_months(at) if context.left[month]]
    if kind is Against.MONTHS:
        return months
    if kind is Against.FULL:
        free = context.roster.free[at]
        return [m for m in months if free[m] - context.toll(at, m) < context.left[m]]
    if kind is Against.PLACES:
        at_once = context.numbered.at_once[at]
        return [m for m in months if not context.has_place(at, m, at_once)]
    return [m for m in months if not context.is_apart(at, m)]


def _on_the_way(context: LineContext, at: int, months: Sequence[int], needed: int) -> int:
    """Quarters of travel in the months that are short, where these make the difference."""
    way = sum(context.toll(at, month) for month in months)
    enough = reach(context, context.open_months(at), context.roster.free[at]) >= needed
    return way if way and enough else 0


def _displacing(
    place: Incumbent, at: int, removal: RemovalCosts
) -> tuple[int | None, LineId | None]:
    """The least loss if somebody busy left one other line and came; none where that is not it."""
    context, roster = place.context, place.roster
    best: tuple[int, int] | None = None
    pair = context.numbered.pair(context.line_at, at)
    for line in context.eligibility.work[at]:
        if line == context.line_at or at not in roster.on[line]:
            continue
        if not removal.may_leave(line, at):
            continue
        with lifted(roster, line, [at]):
            # The line they leave may be the PM line that this one needs.
            starts = roster.may_start(context.line_at)
            offer = best_hours(roster, context.line_at, pair) if starts else None
            after = roster.score + offer.points if offer else None
        if after is not None:
            loss = place.terms.score - after
            best = min(best or (loss, line), (loss, line))
    return (best[0], context.numbered.lines[best[1]].line_id) if best else (None, None)
