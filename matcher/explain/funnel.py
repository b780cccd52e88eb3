"""Which rule costs a line which talents: the conditions first, then what the plan leaves free."""

from collections.abc import Sequence

from matcher.eligibility.eligibility import CONDITIONS
from matcher.explain.line_context import LineContext
from matcher.plan import Funnel

#: The conditions of a pair, and then what the rest of the plan leaves of a talent.
RULES = (*CONDITIONS, "places", "exclusive")


class Losses:
    """What each talent fails on, those pinned to the line aside. Make it while the line is lifted.

    The last three are judged on what the rest of the plan leaves, in the months that contract,
    training and declines leave open; each as if those before it were no trouble, where they are.
    Of a talent who fails several conditions they are not asked: it would change no number.
    """

    def __init__(self, context: LineContext) -> None:
        self._context = context
        self.target = target(context)
        self.lost = {at: self._of(at) for at in context.others}

    def funnel(self) -> tuple[Funnel, ...]:
        """How many talents each rule leaves, in order."""
        rows = []
        left = list(self._context.others)
        only: dict[str, list[int]] = {}
        for at, rules in self.lost.items():
            if len(rules) == 1:
                only.setdefault(rules[0], []).append(at)
        for rule in RULES:
            stay = [at for at in left if rule not in self.lost[at]]
            rows.append(
                Funnel.model_construct(
                    rule=rule,
                    left=len(stay),
                    lost=len(left) - len(stay),
                    only_here=self._context.ids(only.get(rule, ())),
                )
            )
            left = stay
        return tuple(rows)

    def survivors(self) -> list[int]:
        """Talents who pass every rule."""
        return [at for at in self._context.others if not self.lost[at]]

    def _of(self, at: int) -> tuple[str, ...]:
        failed = self._context.static(at)
        if len(failed) > 1:
            return tuple(rule for rule in CONDITIONS if rule in failed)
        return (*failed, *busy(self._context, at, self.target))


def busy(context: LineContext, at: int, needed: int) -> tuple[str, ...]:
    """Which of hours, places and exclusive keep a talent from giving so many quarters."""
    months = context.open_months(at)
    if not months:
        return ()
    lost = []
    free: Sequence[int] = context.roster.free[at]
    if toll := context.eligibility.toll(context.line_at, at):
        free = [hours - way for hours, way in zip(free, toll, strict=True)]
    if reach(context, months, free) < needed:
        lost.append("hours")
        free = context.left  # judged apart: as if the hours were there
    at_once = context.numbered.at_once[at]
    with_place = [month for month in months if context.has_place(at, month, at_once)]
    if reach(context, with_place, free) < needed:
        lost.append("places")
        with_place = months
    apart = [month for month in with_place if context.is_apart(at, month)]
    if reach(context, apart, free) < needed:
        lost.append("exclusive")
    return tuple(lost)


def reach(context: LineContext, months: Sequence[int], free: Sequence[int]) -> int:
    """Quarters that somebody with so much free could give in these months."""
    total = 0
    for month in months:
        amount = min(free[month], context.left[month])
        if amount >= context.least[month]:
            total += amount
    return total


def target(context: LineContext) -> int:
    """Quarters a talent has to reach: the least that helps.

    A line for one person that nobody serves needs its minimum; one that is served in part,
    all that is asked. A line that several may share takes anything.
    """
    if context.line.people > 1:
        return 1
    if context.taken or context.roster.on[context.line_at]:
        return max(1, sum(context.left))
    return max(1, context.line.minimum)
