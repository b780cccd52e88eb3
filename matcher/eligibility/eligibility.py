"""Eligibility of a pair: which conditions fail, by name, and the months that are open to it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np

from matcher.eligibility.conditions import PAIR_CONDITIONS, ConditionTable, Flags
from matcher.eligibility.pair_table import PairTable
from matcher.problem import Line, Problem, ProblemTalent
from models.ids import LineId, TalentId
from models.months import Month

_NAMES = tuple(condition.name for condition in PAIR_CONDITIONS)
#: Names of the conditions, in the order in which they are judged and told: what somebody can do,
#: when they are there, what keeps them from this line, and whether their hours are enough.
CONDITIONS = (*_NAMES[:3], "contract", "training", *_NAMES[3:], "declined", "hours")


def in_contract(talent: ProblemTalent, month: Month) -> bool:
    """Whether the month lies in the talent's contract and, where that ends with it, fiscal year."""
    return talent.contract_from <= month <= talent.last_month


def is_trained(problem: Problem, talent: ProblemTalent, month: Month) -> bool:
    """Whether the talent has the training by then, or needs none."""
    if not problem.training_required:
        return True
    return talent.trained_from is not None and talent.trained_from <= month


def free(talent: ProblemTalent, month: Month) -> int:
    """Quarters left for lines in a month: capacity less overhead, 0 outside the contract.

    The overhead of single pairs is not taken off: it depends on the lines.
    """
    if not in_contract(talent, month):
        return 0
    return max(0, talent.capacity.get(month, 0) - talent.overhead)


def least(problem: Problem, line: Line, month: Month) -> int:
    """Fewest quarters of one person on the line in a month in which they work there."""
    return max(1, min(problem.block, line.hours.get(month, 0)))


class Eligibility:
    """The conditions of one problem, with its bars indexed: ask it about many pairs."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.pairs = PairTable(problem)
        self._table = ConditionTable(problem)
        self._meeting: dict[LineId, Flags] = {}
        #: Worked out when asked: problems have many more pairs than lines and talents.
        self._asked: dict[LineId, tuple[Line, list[tuple[Month, int]]]] = {}
        self._spare: dict[TalentId, tuple[ProblemTalent, dict[Month, int]]] = {}
        self._barred: set[tuple[LineId, TalentId]] = set()
        self._barred_months: defaultdict[tuple[LineId, TalentId], set[Month]] = defaultdict(set)
        for bar in problem.bars:
            pair = bar.line_id, bar.talent_id
            if bar.months:
                self._barred_months[pair].update(bar.months)
            else:
                self._barred.add(pair)

    def losses(self, line: Line, talent: ProblemTalent) -> tuple[str, ...]:
        """Names of the conditions that fail, in the order of CONDITIONS; empty: eligible.

        The conditions of months are judged one after the other: training in the months that the
        contract leaves open, bars in those that are left then, hours in what is left after bars. A
        condition with no months left to judge does not fail: that loss has been told already.
        """
        asked = [month for month, hours in line.hours.items() if hours]
        begin, end = talent.contract_from, talent.last_month  # once: problems have many pairs
        covered = [month for month in asked if begin <= month <= end]
        trained = [month for month in covered if is_trained(self.problem, talent, month)]
        barred = self._barred_months.get((line.line_id, talent.talent_id), ())
        unbarred = [month for month in trained if month not in barred]
        fails = {
            **{c.name: not c.holds(self.problem, line, talent) for c in PAIR_CONDITIONS},
            "contract": not covered,
            "training": bool(covered) and not trained,
            "declined": (line.line_id, talent.talent_id) in self._barred
            or (bool(trained) and not unbarred),
            "hours": bool(unbarred) and next(self._fitting(line, talent, unbarred), None) is None,
        }
        return tuple(name for name in CONDITIONS if fails[name])

    def is_eligible(self, line: Line, talent: ProblemTalent) -> bool:
        """Whether `losses` is empty."""
        return all(c.holds(self.problem, line, talent) for c in PAIR_CONDITIONS) and self.is_open(
            line, talent
        )

    def meeting(self, line: Line) -> Flags:
        """For each talent of the problem whether they meet every condition of a pair as such."""
        if line.line_id not in self._meeting:
            of_each = (self._table.holds(condition, line) for condition in PAIR_CONDITIONS)
            self._meeting[line.line_id] = np.logical_and.reduce(list(of_each))
        return self._meeting[line.line_id]

    def is_open(self, line: Line, talent: ProblemTalent) -> bool:
        """Whether a month is open to the pair, by contract, training, bars and hours."""
        return bool(self.usable(line, talent))

    def usable_months(self, line: Line, talent: ProblemTalent) -> tuple[Month, ...]:
        """Months, in order, in which the talent could work on the line; role and skill aside."""
        return tuple(month for month, _ in self.usable(line, talent))

    def usable(self, line: Line, talent: ProblemTalent) -> list[tuple[Month, int]]:
        """The usable months, each with the fewest quarters of one person on the line in it."""
        pair = line.line_id, talent.talent_id
        if pair in self._barred:
            return []
        barred = self._barred_months.get(pair, ())
        overhead, spare = self.pairs.overhead(*pair), self._spare_of(talent)
        return [
            (month, fewest)
            for month, fewest in self._asked_of(line)
            if month in spare
            and spare[month] >= fewest + overhead.get(month, 0)
            and month not in barred
        ]

    def _asked_of(self, line: Line) -> list[tuple[Month, int]]:
        """The months asked, in order, with the fewest quarters of one person in each."""
        known = self._asked.get(line.line_id)
        if known is None or known[0] is not line:
            asked = [
                (month, least(self.problem, line, month))
                for month in self.problem.months
                if line.hours.get(month, 0)
            ]
            known = self._asked[line.line_id] = line, asked
        return known[1]

    def _spare_of(self, talent: ProblemTalent) -> dict[Month, int]:
        """Quarters in the months under contract in which the talent is trained, overhead off."""
        known = self._spare.get(talent.talent_id)
        if known is None or known[0] is not talent:
            begin, end = talent.contract_from, talent.last_month
            spare = {
                month: talent.capacity.get(month, 0) - talent.overhead
                for month in self.problem.months
                if begin <= month <= end and is_trained(self.problem, talent, month)
            }
            known = self._spare[talent.talent_id] = talent, spare
        return known[1]

    def _fitting(
        self, line: Line, talent: ProblemTalent, months: Iterable[Month]
    ) -> Iterator[Month]:
        """Those of the months in which a block, or all that is asked where that is less, is free.

        The overhead of the pair comes on top.
        """
        overhead = self.pairs.overhead(line.line_id, talent.talent_id)
        begin, end = talent.contract_from, talent.last_month
        for month in months:
            least_here = least(self.problem, line, month) + overhead.get(month, 0)
            if (
                begin <= month <= end
                and talent.capacity.get(month, 0) >= least_here + talent.overhead
            ):
                yield month


def losses(problem: Problem, line: Line, talent: ProblemTalent) -> tuple[str, ...]:
    """Eligibility.losses for a single pair."""
    return Eligibility(problem).losses(line, talent)


def usable_months(problem: Problem, line: Line, talent: ProblemTalent) -> tuple[Month, ...]:
    """Eligibility.usable_months for a single pair."""
    return Eligibility(problem).usable_months(line, talent)
