"""Which rule costs a line which talents: the conditions first, then what the plan leaves free."""

from collections.abc import Sequence

from matcher.eligible import CONDITIONS, least
from matcher.explain.case import Case
from matcher.plan import Funnel
from matcher.problem import ProblemTalent

#: The conditions of a pair, and then what the rest of the plan leaves of a talent.
RULES = (*CONDITIONS, "places", "exclusive")


class Losses:
    """What each talent fails on, those pinned to the line aside. Make it while the line is lifted.

    The last three are judged on what the rest of the plan leaves, in the months that contract and
    declines leave open; each as if those before it were no trouble, where they are.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._target = _target(case)
        self.lost = {at: self._of(at) for at in case.others}

    def funnel(self) -> tuple[Funnel, ...]:
        """How many talents each rule leaves, in order."""
        rows = []
        left = list(self._case.others)
        for rule in RULES:
            stay = [at for at in left if rule not in self.lost[at]]
            only = [at for at in self._case.others if self.lost[at] == (rule,)]
            rows.append(
                Funnel.model_construct(
                    rule=rule,
                    left=len(stay),
                    lost=len(left) - len(stay),
                    only_here=tuple(self._case.numbered.talents[at].talent_id for at in only),
                )
            )
            left = stay
        return tuple(rows)

    def survivors(self) -> list[int]:
        """Talents who pass every rule."""
        return [at for at in self._case.others if not self.lost[at]]

    def _of(self, at: int) -> tuple[str, ...]:
        case = self._case
        talent = case.numbered.talents[at]
        failed = case.static(at)
        lost = [rule for rule in CONDITIONS if rule in failed]
        open_months = _open_months(case, talent)
        if open_months:
            free_hours = [h - case.toll(at, month) for month, h in enumerate(case.roster.free[at])]
            if self._reach(open_months, free_hours) < self._target:
                lost.append("hours")
                free_hours = case.left  # judged apart: as if the hours were there
            at_once = talent.municipalities_at_once
            with_place = [m for m in open_months if case.has_place(at, m, at_once)]
            if self._reach(with_place, free_hours) < self._target:
                lost.append("places")
                with_place = open_months
            apart = [m for m in with_place if case.is_apart(at, m)]
            if self._reach(apart, free_hours) < self._target:
                lost.append("exclusive")
        return tuple(lost)

    def _reach(self, months: list[int], free: Sequence[int]) -> int:
        """Quarters a talent with so much free could give in these months."""
        case = self._case
        total = 0
        for month in months:
            amount = min(free[month], case.left[month])
            if amount >= least(case.numbered.problem, case.line, case.numbered.months[month]):
                total += amount
        return total


def _open_months(case: Case, talent: ProblemTalent) -> list[int]:
    """Months asked that contract and bars leave open."""
    return [
        at
        for at, month in enumerate(case.numbered.months)
        if case.line.hours.get(month, 0)
        and talent.contract_from <= month <= talent.contract_until
        and month not in case.barred[talent.talent_id]
    ]


def _target(case: Case) -> int:
    """Quarters a talent has to reach: the least that helps.

    A line for one person that nobody serves needs its minimum; one that is served in part,
    all that is asked. A line that several may share takes anything.
    """
    if case.line.people > 1:
        return 1
    if case.taken or case.roster.on[case.line_at]:
        return max(1, sum(case.left))
    return max(1, case.line.minimum)
