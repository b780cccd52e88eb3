"""A problem and a plan's assignments, laid side by side."""

from collections import defaultdict
from collections.abc import Sequence

from matcher.problem import Assignment, Line, Problem, ProblemTalent
from models.ids import LineId, TalentId


class Made:
    """Who works where, found by line and by talent; ids are those of the problem."""

    def __init__(self, problem: Problem, assignments: Sequence[Assignment]) -> None:
        self.problem = problem
        self.assignments = assignments
        self.lines: dict[LineId, Line] = {line.line_id: line for line in problem.lines}
        self.talents: dict[TalentId, ProblemTalent] = {t.talent_id: t for t in problem.talents}
        self.pins = {pin.pair for pin in problem.pins}
        self.of_line: defaultdict[LineId, list[Assignment]] = defaultdict(list)
        self.of_talent: defaultdict[TalentId, list[Assignment]] = defaultdict(list)
        for a in assignments:
            self.of_line[a.line_id].append(a)
            self.of_talent[a.talent_id].append(a)

    @property
    def unpinned(self) -> list[Assignment]:
        """The assignments that rules ask more of than hours."""
        return [a for a in self.assignments if a.pair not in self.pins]


def named(a: Assignment) -> str:
    """The pair, as faults name it."""
    return f"{a.line_id} × {a.talent_id}"
