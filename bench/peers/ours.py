"""solve and greedy: the matcher itself, as the service runs it, and its first plan alone."""

import time

from bench.outcome import Outcome, Step
from matcher.check import terms
from matcher.plan import Plan, Status
from matcher.problem import Problem
from matcher.roster.greedy import greedy as first_plan
from matcher.solving.solve import Effort
from matcher.solving.solve import solve as solve_problem


def solve(problem: Problem, seconds: float, seed: int) -> Outcome:
    """The matcher's answer, with every better plan and bound on the way."""
    began = time.monotonic()
    steps: list[Step] = []

    def hear(plan: Plan) -> None:
        elapsed = time.monotonic() - began
        steps.append(Step(seconds=elapsed, score=plan.score, bound=plan.bound))

    plan = solve_problem(problem, Effort(seconds=seconds, seed=seed), progress=hear)
    return Outcome(
        assignments=plan.assignments if plan.status in (Status.OPTIMAL, Status.FEASIBLE) else None,
        claimed=plan.score,
        bound=plan.bound,
        proved=plan.status is Status.OPTIMAL,
        steps=tuple(steps),
        seconds=time.monotonic() - began,
        note=plan.method,
    )


def greedy(problem: Problem, seconds: float, seed: int) -> Outcome:
    """The first plan; it takes the time it takes."""
    began = time.monotonic()
    made = first_plan(problem)
    seconds = time.monotonic() - began
    score = terms(problem, made).score
    return Outcome(
        assignments=made,
        claimed=score,
        steps=(Step(seconds=seconds, score=score),),
        seconds=seconds,
    )
