"""Which rule costs a line which talents: the conditions first, then what the plan leaves free."""

from collections.abc import Sequence

from matcher.eligible import CONDITIONS, least
from matcher.explain.case import Case
from matcher.plan import Funnel
from matcher.problem import ProblemTalent

#: The conditions of a pair, and then what the rest of the plan leaves of a talent.
RULES = (*CONDITIONS, "places")


class Losses:
    """What each talent fails on, those pinned to the line aside. Make it while the line is lifted.

    `hours` and `places` are judged on what the rest of the plan leaves, in the months that contract
    and declines leave open; `places` as if the hours were there, where they are not.
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
            free_hours, places = case.roster.free[at], talent.municipalities_at_once
            if self._reach(at, open_months, free_hours, None) < self._target:
                lost.append("hours")
                free_hours = case.left  # judged apart: as if the hours were there
            if self._reach(at, open_months, free_hours, places) < self._target:
                lost.append("places")
        return tuple(lost)

    def _reach(self, at: int, months: list[int], free: Sequence[int], places: int | None) -> int:
        """Quarters a talent could give, with so many places at once or as many as they like."""
        case = self._case
        total = 0
        for month in months:
            amount = min(free[month], case.left[month])
            enough = least(case.numbered.problem, case.line, case.numbered.months[month])
            if amount >= enough and (places is None or case.has_place(at, month, places)):
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
