"""Plan repair: a changed problem and the last plan become a checked plan at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic

from matcher.check import faults
from matcher.plan import Plan, Status, Terms
from matcher.problem import Assignment, Problem
from matcher.repair.insert_touched import insert_touched
from matcher.repair.problem_diff import ProblemDiff
from matcher.repair.touched import Touched, served_otherwise, touched
from matcher.runtime.gc_pause import gc_paused

#: Where more lines and talents are touched, a plan of the whole pool is quicker and better.
_MOST_TOUCHED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairedPlan:
    """A plan that follows a change, and what the change touched, or moved on the way."""

    plan: Plan
    touched: Touched


@gc_paused()
def repair_plan(
    found: ProblemDiff, last: Sequence[Assignment], start: Sequence[Assignment]
) -> RepairedPlan | None:
    """A valid plan of the new problem: touched lines inserted, the rest of `start` as it is.

    `last` is the plan of the old problem, `start` what of it may still stand. None where too much
    has changed for that.
    """
    began, problem = monotonic(), found.after
    what = touched(found, last)
    if what is None or what.size > _MOST_TOUCHED:
        return None
    roster = insert_touched(problem, start, what)
    plan = _plan(problem, roster.assignments(), roster.terms, "insertion", began)
    if faults(problem, plan):
        # The checker counts on its own; where the roster were wrong, the solver plans instead.
        return None
    moved = served_otherwise(plan.assignments, start) & found.new_lines.keys()
    return RepairedPlan(plan=plan, touched=replace(what, lines=what.lines | moved))


def _plan(
    problem: Problem, made: Sequence[Assignment], earned: Terms, method: str, began: float
) -> Plan:
    return Plan(
        pool_id=problem.pool_id,
        version=problem.version,
        months=problem.months,
        status=Status.FEASIBLE,
        method=method,
        assignments=tuple(sorted(made, key=lambda a: a.pair)),
        terms=earned,
        score=earned.score,
        seconds=round(monotonic() - began, 3),
    )
