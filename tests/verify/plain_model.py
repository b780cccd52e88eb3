"""The matching problem anew, for HiGHS: every rule as its sentence says, nothing clever.

Written from docs/rules.md. Shares no line with the matcher's own model: who may serve whom, what a
talent has and what earns points are all stated here once more.
"""

import datetime
import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from ortools.math_opt.python import mathopt

from matcher.problem import Assignment, Line, Problem, ProblemTalent
from models.ids import LineId
from tests.verify.plain_points import objective
from tests.verify.plain_words import has, may_work, place, quarters_lost

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the other solver says: a plan, its points, a bound; none where time ran out."""

    assignments: tuple[Assignment, ...] | None
    score: int | None
    bound: int | None
    proved: bool


class Plain:
    """Variables by line, talent and month; `on` and `works` are 0 or 1, hours whole quarters."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.model = mathopt.Model()
        self.line = {line.line_id: line for line in problem.lines}
        self.talent = {talent.talent_id: talent for talent in problem.talents}
        self.agreed = {p.pair: p.hours for p in problem.pins}
        self.on: dict[Pair, mathopt.Variable] = {}
        self.works: dict[tuple[str, str, str], mathopt.Variable] = {}
        self.hours: dict[tuple[str, str, str], mathopt.Variable] = {}
        for line in problem.lines:
            for talent in problem.talents:
                self._pair(line, talent)
        self.started = {line.line_id: self.model.add_binary_variable() for line in problem.lines}
        for line in problem.lines:
            self._line(line)
        for talent in problem.talents:
            for month in problem.months:
                self._month(talent, month)
        self.model.maximize(objective(self))

    def pinned(self, pair: Pair) -> bool:
        return any(self.agreed.get(pair, {}).values())  # type: ignore[arg-type]

    def _pair(self, line: Line, talent: ProblemTalent) -> None:
        """Pinned exactly, or a block in the months that are open."""
        pair, model = (line.line_id, talent.talent_id), self.model
        pin = self.agreed.get(pair)
        on = self.on[pair] = model.add_binary_variable()
        worked = []
        for month in self.problem.months:
            asked = line.hours.get(month, 0)
            key = (*pair, month)
            works = self.works[key] = model.add_binary_variable()
            hours = self.hours[key] = model.add_integer_variable(lb=0, ub=max(400_000, asked))
            worked.append(works)
            model.add_linear_constraint(works <= on)
            if pin is not None:
                agreed = pin.get(month, 0)
                model.add_linear_constraint(hours == agreed)
                model.add_linear_constraint(works == min(1, agreed))
                continue
            hours.upper_bound = asked
            model.add_linear_constraint(hours <= asked * works)
            model.add_linear_constraint(hours >= max(1, min(self.problem.block, asked)) * works)
            if not asked or not may_work(self.problem, line, talent, month):
                works.upper_bound = 0
        model.add_linear_constraint(mathopt.fast_sum(worked) >= on)

    def _line(self, line: Line) -> None:
        """demand, minimum fraction, people per line, role chain; what started means."""
        model, started = self.model, self.started[line.line_id]
        pairs = [pair for pair in self.on if pair[0] == line.line_id]
        hours = {m: [self.hours[*p, m] for p in pairs] for m in self.problem.months}
        ours = sum(self.pinned(pair) for pair in pairs)
        for month, given in hours.items():
            model.add_linear_constraint(mathopt.fast_sum(given) <= line.hours.get(month, 0))
        for pair in pairs:
            model.add_linear_constraint(self.on[pair] <= started)
        everybody = mathopt.fast_sum(self.on[pair] for pair in pairs)
        model.add_linear_constraint(started <= everybody)
        model.add_linear_constraint(everybody <= max(line.people, ours))
        if not ours:
            least = math.ceil(sum(line.hours.values()) * line.minimum_percent / 100)
            total = mathopt.fast_sum(h for given in hours.values() for h in given)
            model.add_linear_constraint(total >= least * started)
        if line.role == "engineer" and line.needs_pm:
            chiefs = [
                on
                for (line_id, _), on in self.on.items()
                if self.line[LineId(line_id)].role == "pm"
                and self.line[LineId(line_id)].request_id == line.request_id
            ]
            for pair in pairs:
                if not self.pinned(pair):
                    model.add_linear_constraint(self.on[pair] <= mathopt.fast_sum(chiefs))

    def _month(self, talent: ProblemTalent, month: str) -> None:
        """capacity, concurrency and exclusive of a talent's month."""
        model, problem = self.model, self.problem
        pairs = [pair for pair in self.on if pair[1] == talent.talent_id]
        used = [
            self.hours[*pair, month]
            + quarters_lost(problem, pair, month) * self.works[*pair, month]
            for pair in pairs
        ]
        model.add_linear_constraint(mathopt.fast_sum(used) <= has(talent, month))
        at: defaultdict[frozenset[str], list[Pair]] = defaultdict(list)
        for pair in pairs:
            at[place(self.line[LineId(pair[0])])].append(pair)
        visits, agreed = [], 0
        for here in at.values():
            visit = model.add_binary_variable()
            visits.append(visit)
            agreed += any(self.agreed.get(pair, {}).get(month, 0) for pair in here)  # type: ignore[arg-type, call-overload]
            for pair in here:
                model.add_linear_constraint(self.works[*pair, month] <= visit)
        most = max(talent.municipalities_at_once, agreed)
        model.add_linear_constraint(mathopt.fast_sum(visits) <= most)
        for one, two in combinations(pairs, 2):
            alone = self.line[LineId(one[0])].exclusive or self.line[LineId(two[0])].exclusive
            if alone and not (self.pinned(one) and self.pinned(two)):
                both = self.works[*one, month] + self.works[*two, month]
                model.add_linear_constraint(both <= 1)


def opinion(problem: Problem, seconds: float) -> Opinion:
    """The best plan HiGHS finds on the plain model, and its bound."""
    plain = Plain(problem)
    result = mathopt.solve(
        plain.model,
        mathopt.SolverType.HIGHS,
        params=mathopt.SolveParameters(
            time_limit=datetime.timedelta(seconds=seconds),
            relative_gap_tolerance=0.0,
            absolute_gap_tolerance=0.5,
        ),
    )
    bound = result.dual_bound()
    if not result.has_primal_feasible_solution():
        return Opinion(
            None, None, math.floor(bound + 1e-3) if math.isfinite(bound) else None, False
        )
    values = result.variable_values()
    made = []
    for pair in plain.on:
        hours = {m: h for m in problem.months if (h := round(values[plain.hours[*pair, m]]))}
        if hours:
            made.append(Assignment(line_id=pair[0], talent_id=pair[1], hours=hours))
    return Opinion(
        assignments=tuple(made),
        score=round(result.objective_value()),
        bound=math.floor(bound + 1e-3),
        proved=result.termination.reason is mathopt.TerminationReason.OPTIMAL,
    )
