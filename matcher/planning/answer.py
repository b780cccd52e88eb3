"""An answer to a changed pool, and when another answer is worth telling people."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.building.problem_builder import Built
from matcher.check import terms
from matcher.plan import Plan, Status
from matcher.planning.changes import changes
from matcher.ports import Snapshot
from matcher.problem import Assignment, Problem
from matcher.repair.touched import Touched


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A plan with the moment it belongs to."""

    snapshot: Snapshot
    built: Built
    problem: Problem  #: what the plan is judged by
    plan: Plan
    touched: Touched | None  #: by the change; None where the pool was planned as a whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The last plan of a pool, and its problem."""

    problem: Problem
    plan: Plan


def nothing(problem: Problem) -> Known:
    """What was there before the first plan of a pool."""
    empty = problem.model_copy(
        update=dict.fromkeys(("lines", "talents", "pairs", "bars", "pins", "previous"), ())
    )
    plan = Plan(
        pool_id=problem.pool_id,
        version=problem.version,
        months=problem.months,
        status=Status.FEASIBLE,
        method="nothing",
    )
    return Known(problem=empty, plan=plan)


def judged(plan: Plan, problem: Problem, made: Sequence[Assignment] | None = None) -> Plan:
    """The plan by the points of another problem of the same facts; no bound is known there."""
    made = plan.assignments if made is None else made
    earned = terms(problem, made)
    return plan.model_copy(
        update={
            "status": Status.FEASIBLE,
            "assignments": tuple(made),
            "terms": earned,
            "score": earned.score,
            "bound": None,
        }
    )


def is_news(plan: Plan, last: Plan) -> bool:
    """Worth telling people: more points, or a better proof of the same plan."""
    if plan.score != last.score:
        return plan.score > last.score
    if last.bound is None:
        return plan.bound is not None
    return plan.status is not last.status or (plan.bound is not None and plan.bound < last.bound)


def is_clearly_better(plan: Plan, last: Plan, problem: Problem) -> bool:
    """Worth changing what people have just been told: so many points for each assignment.

    A pair that is given up costs its stability besides, in the score.
    """
    found = changes(last.assignments, plan.assignments)
    gained = plan.score - last.score
    return bool(found.changes) and gained > problem.weights.keep_drafted * len(found.changes)
