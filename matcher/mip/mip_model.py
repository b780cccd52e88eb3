"""The mixed-integer model: variables of assignments and lines, to which rules and terms speak."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ortools.math_opt.python import mathopt

from matcher.eligibility.eligibility import least
from matcher.eligibility.pair_table import PairTable
from matcher.mip.mip_candidates import Candidate, candidates
from matcher.problem import Assignment, Line, Problem, ProblemTalent
from models.entities import Role
from models.ids import LineId, RequestId, TalentId
from models.months import Month

#: A sum of variables, or a number where the sum is known.
Expression: TypeAlias = mathopt.LinearTypes

#: A talent's month on a line.
LineMonth = tuple[LineId, TalentId, Month]


@dataclass(frozen=True, slots=True)
class AssignmentVars:
    """One possible assignment: is it made, and with how many quarters in which months.

    Whole quarters need no integer variables: with `on` and `works` decided, the hours are a network
    flow between talents and lines, whose best corners are whole.
    """

    line: Line
    talent: ProblemTalent
    pin: Mapping[Month, int] | None
    on: mathopt.Variable
    hours: Mapping[Month, mathopt.Variable]
    works: Mapping[Month, Expression]  #: 1 in a month in which they work; loose: a fraction
    strict: Mapping[Month, mathopt.Variable]  #: those of `works` that are truly 0 or 1
    overhead: Mapping[Month, int]  #: quarters of the talent besides the hours, where they work
    points: int  #: of the assignment as such


class MipModel:
    """Owns the variables of a model: options, and lines that are started."""

    def __init__(
        self,
        problem: Problem,
        offered: Iterable[Candidate] | None = None,
        strict: Container[LineMonth] | None = None,
    ) -> None:
        """A model of all candidates, or of those offered.

        Months outside `strict` are loose: rules that need a yes or no for the month hold only in
        part there. The model is then far easier, and its bound still true. None: all are strict.
        Months with overhead and those on exclusive lines are strict in any case: half a visit would
        leave hours that are not whole.
        """
        self.problem = problem
        self.model = mathopt.Model(name=f"pool {problem.pool_id} version {problem.version}")
        self.options: list[AssignmentVars] = []
        self._strict = strict
        self._pairs = PairTable(problem)
        self._of_line: defaultdict[LineId, list[AssignmentVars]] = defaultdict(list)
        self._of_talent: defaultdict[TalentId, list[AssignmentVars]] = defaultdict(list)
        for candidate in candidates(problem) if offered is None else offered:
            option = self._option(candidate)
            self.options.append(option)
            self._of_line[option.line.line_id].append(option)
            self._of_talent[option.talent.talent_id].append(option)
        self._of_request: defaultdict[tuple[RequestId, Role], list[Line]] = defaultdict(list)
        for line in problem.lines:
            self._of_request[line.request_id, line.role].append(line)
        #: Rows that several rules stand in, by name; the rule that owns one makes it.
        self.rows: dict[str, mathopt.LinearConstraint] = {}
        self._started = {line.line_id: self._start(line) for line in problem.lines}

    def of_line(self, line: Line) -> list[AssignmentVars]:
        """Every possible assignment on a line, pins included."""
        return self._of_line[line.line_id]

    def of_talent(self, talent: ProblemTalent) -> list[AssignmentVars]:
        """Every possible assignment of a talent, pins included."""
        return self._of_talent[talent.talent_id]

    def pinned(self, line: Line) -> list[AssignmentVars]:
        """The options of a line that are pinned."""
        return [option for option in self.of_line(line) if option.pin is not None]

    def started(self, line: Line) -> Expression:
        """1 where somebody works on the line, else 0; always 1 where somebody is pinned to it."""
        return self._started[line.line_id]

    def of_request(self, line: Line, role: Role) -> list[Line]:
        """The lines of the same request for this role."""
        return self._of_request[line.request_id, role]

    def close(self, option: AssignmentVars, months: Iterable[Month] | None = None) -> None:
        """Forbid an option in these months, or altogether."""
        if months is None:
            self.model.add_linear_constraint(option.on <= 0)
        for month in months or ():
            self.model.add_linear_constraint(option.hours[month] <= 0)

    def fix(self, line_id: str, talent_id: str, hours: Mapping[Month, int]) -> None:
        """Force one decision: exactly these hours, nobody where they are empty."""
        for option in self._of_line[LineId(line_id)]:
            if option.talent.talent_id == talent_id:
                _bind(option.on, int(any(hours.values())))
                for month, variable in option.hours.items():
                    _bind(variable, hours.get(month, 0))

    def hint(self, assignments: Sequence[Assignment]) -> mathopt.SolutionHint:
        """Where the solver may begin; what the model does not offer is left out."""
        planned = {a.pair: a.hours for a in assignments}
        values: dict[mathopt.Variable, float] = {}
        for option in self.options:
            hours = planned.get((option.line.line_id, option.talent.talent_id), {})
            values[option.on] = float(bool(hours))
            for month, variable in option.hours.items():
                values[variable] = float(hours.get(month, 0))
            for month, variable in option.strict.items():
                values[variable] = float(bool(hours.get(month, 0)))
        taken = {a.line_id for a in assignments}
        for line_id, started in self._started.items():
            if isinstance(started, mathopt.Variable):
                values[started] = float(line_id in taken)
        return mathopt.SolutionHint(variable_values=values)

    def assignments(self, values: Mapping[mathopt.Variable, float]) -> tuple[Assignment, ...]:
        """The plan that a solver's numbers mean: whole quarters, no zeros."""
        made = []
        for option in self.options:
            hours = {m: h for m, x in option.hours.items() if (h := round(values[x])) > 0}
            if hours:
                line_id, talent_id = option.line.line_id, option.talent.talent_id
                made.append(Assignment(line_id=line_id, talent_id=talent_id, hours=hours))
        return tuple(made)

    def _option(self, candidate: Candidate) -> AssignmentVars:
        line, talent = candidate.line, candidate.talent
        name = f"{line.line_id},{talent.talent_id}"
        on = self.model.add_binary_variable(name=f"on[{name}]")
        hours: dict[Month, mathopt.Variable] = {}
        works: dict[Month, Expression] = {}
        strict: dict[Month, mathopt.Variable] = {}
        overhead = self._pairs.overhead(line.line_id, talent.talent_id)
        for month, most in candidate.most.items():
            hours[month] = self.model.add_variable(lb=0, ub=most, name=f"hours[{name},{month}]")
            slot = line.line_id, talent.talent_id, month
            whole = line.exclusive or bool(overhead.get(month))
            if len(candidate.most) == 1 and candidate.pin is None:
                # Who is on the line at all works in its only month.
                works[month] = strict[month] = on
                self.model.add_linear_constraint(hours[month] <= most * on)
            elif whole or self._strict is None or slot in self._strict:
                works[month] = strict[month] = self.model.add_binary_variable(
                    name=f"works[{name},{month}]"
                )
                self.model.add_linear_constraint(hours[month] <= most * strict[month])
                self.model.add_linear_constraint(strict[month] <= on)
            else:
                works[month] = hours[month] * (1 / most)
                self.model.add_linear_constraint(hours[month] <= most * on)
        # An option without hours would collect points for standing where it stood.
        few = (
            min(least(self.problem, line, month) for month in hours) if candidate.pin is None else 1
        )
        self.model.add_linear_constraint(mathopt.fast_sum(hours.values()) >= few * on)
        points = self._pairs.points(line.line_id, talent.talent_id)
        return AssignmentVars(
            line, talent, candidate.pin, on, hours, works, strict, overhead, points
        )

    def _start(self, line: Line) -> Expression:
        options = self.of_line(line)
        if self.pinned(line):
            return 1
        on = mathopt.fast_sum(option.on for option in options)
        if line.people == 1 or len(options) <= 1:
            return on
        started = self.model.add_binary_variable(name=f"started[{line.line_id}]")
        self.model.add_linear_constraint(on >= started)
        for option in options:
            self.model.add_linear_constraint(option.on <= started)
        return started


def _bind(variable: mathopt.Variable, value: int) -> None:
    variable.lower_bound = variable.upper_bound = value
