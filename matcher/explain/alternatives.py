"""Who else might serve a line in a person's place, the nearest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.eligibility.eligibility import CONDITIONS
from matcher.explain.funnel import busy, reach
from matcher.explain.line_context import LineContext
from matcher.plan import Against, Terms
from matcher.roster.best_hours import best_hours
from matcher.roster.insertion import Insertion
from matcher.roster.roster import Roster

#: What keeps somebody busy away, by the rule they fail first.
_BUSY = {"hours": Against.FULL, "places": Against.PLACES, "exclusive": Against.EXCLUSIVE}
_NEAR = {rule: at for at, rule in enumerate(CONDITIONS)}


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
    needed = place.roster.need_of(context.line_at)
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
