"""Who may serve which line, and in which months: the conditions, one by one, with their names."""

from collections import defaultdict

from matcher.pairs import Pairs
from matcher.problem import Line, Problem, ProblemTalent
from models.ids import LineId, TalentId
from models.months import Month

#: Names of the conditions, in the order in which they are judged and told.
CONDITIONS = ("role", "skill", "contract", "excluded", "declined", "hours")


def free(talent: ProblemTalent, month: Month) -> int:
    """Quarters left for lines in a month: capacity less overhead, 0 outside the contract.

    The overhead of single pairs is not taken off: it depends on the lines.
    """
    if not talent.contract_from <= month <= talent.contract_until:
        return 0
    return max(0, talent.capacity.get(month, 0) - talent.overhead)


def least(problem: Problem, line: Line, month: Month) -> int:
    """Fewest quarters of one person on the line in a month in which they work there."""
    return max(1, min(problem.block, line.hours.get(month, 0)))


class Eligibility:
    """The conditions of one problem, with its bars indexed: ask it about many pairs."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.pairs = Pairs(problem)
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

        `hours` is judged in the months that contract and bars leave open, and not at all where
        they leave none: that loss has been told already.
        """
        asked = [month for month, hours in line.hours.items() if hours]
        in_contract = [m for m in asked if talent.contract_from <= m <= talent.contract_until]
        barred = self._barred_months.get((line.line_id, talent.talent_id), ())
        unbarred = [month for month in in_contract if month not in barred]
        fails = {
            "role": line.role not in talent.roles,
            "skill": any(talent.skills.get(s, 0) < level for s, level in line.skills.items()),
            "contract": not in_contract,
            "excluded": not set(talent.excluded).isdisjoint(line.municipalities),
            "declined": (line.line_id, talent.talent_id) in self._barred
            or (bool(in_contract) and not unbarred),
            "hours": bool(unbarred) and not any(self._fits(line, talent, m) for m in unbarred),
        }
        return tuple(name for name in CONDITIONS if fails[name])

    def usable_months(self, line: Line, talent: ProblemTalent) -> tuple[Month, ...]:
        """Months, in order, in which the talent could work on the line; role and skill aside."""
        pair = line.line_id, talent.talent_id
        if pair in self._barred:
            return ()
        barred = self._barred_months.get(pair, ())
        return tuple(
            month
            for month in self.problem.months
            if line.hours.get(month, 0) and month not in barred and self._fits(line, talent, month)
        )

    def _fits(self, line: Line, talent: ProblemTalent, month: Month) -> bool:
        """Whether at least one block, or all that is asked where that is less, is free.

        The overhead of the pair comes on top.
        """
        overhead = self.pairs.overhead(line.line_id, talent.talent_id).get(month, 0)
        return free(talent, month) >= least(self.problem, line, month) + overhead


def losses(problem: Problem, line: Line, talent: ProblemTalent) -> tuple[str, ...]:
    """Eligibility.losses for a single pair."""
    return Eligibility(problem).losses(line, talent)


def usable_months(problem: Problem, line: Line, talent: ProblemTalent) -> tuple[Month, ...]:
    """Eligibility.usable_months for a single pair."""
    return Eligibility(problem).usable_months(line, talent)
