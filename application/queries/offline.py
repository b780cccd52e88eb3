"""Problems and sheets planned without service or store: solved, checked, explained."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from matcher.building.geography import Geography
from matcher.building.problem_builder import build_problem
from matcher.building.workdays import workdays
from matcher.check import faults
from matcher.explain import explain
from matcher.explain.contradictions import contradictions
from matcher.explanation.contradiction import Contradiction
from matcher.plan import Plan, Status
from matcher.planning.planner import Solver
from matcher.planning.settle_matches import ledger
from matcher.ports import LedgerRow, Snapshot
from matcher.problem import Problem
from models.entities import Request, Talent
from models.errors import TalentPoolError
from models.ids import PoolId
from models.months import Month, month_of
from models.pool_settings import PoolSettings

#: What is shown while reasons are put together.
Explaining = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """A checked plan with its reasons, or why there can be none."""

    problem: Problem
    plan: Plan
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def is_plan(self) -> bool:
        """Whether a plan was found at all."""
        return self.plan.status not in (Status.INFEASIBLE, Status.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolToPlan:
    """What a pool asks and who there is, as sheets say it."""

    pool_id: PoolId
    requests: tuple[Request, ...]
    talents: tuple[Talent, ...]
    first: Month
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolPlanned:
    """The plan of a pool that no store knows, with its ledger."""

    solved: Solved
    ledger: tuple[LedgerRow, ...]


async def solve_problem(
    problem: Problem, *, solver: Solver, seconds: float, explaining: Explaining = nullcontext
) -> Solved:
    """Solve and explain; a plan that nothing can fulfil says which promises contradict."""
    plan = await solver.solve(problem, seconds=seconds)
    if plan.status is Status.INFEASIBLE:
        return Solved(problem=problem, plan=plan, contradictions=tuple(contradictions(problem)))
    if plan.status is Status.UNKNOWN:
        return Solved(problem=problem, plan=plan)
    with explaining():
        plan = await asyncio.to_thread(explain, problem, plan)
    return Solved(problem=problem, plan=plan)


def check_plan(problem: Problem, plan: Plan) -> Sequence[str]:
    """Every promise that the plan breaks, found without the solver."""
    return faults(problem, plan)


async def plan_pool_offline(
    pool: PoolToPlan,
    *,
    solver: Solver,
    geography: Geography,
    seconds: float,
    explaining: Explaining = nullcontext,
) -> PoolPlanned:
    """Plan what sheets say. Raises TalentPoolError where no plan is found or it fails its check."""
    snapshot = _snapshot(pool)
    days = workdays(pool.today) if pool.first == month_of(pool.today) else None
    problem = build_problem(snapshot, pool.first, geography, days).problem
    solved = await solve_problem(problem, solver=solver, seconds=seconds, explaining=explaining)
    if not solved.is_plan:
        raise TalentPoolError("offline_no_plan", status=solved.plan.status.value)
    if broken := faults(problem, solved.plan):
        raise TalentPoolError("offline_fails_check", fault=broken[0])
    rows = tuple(ledger(snapshot, solved.plan, problem.pairs))
    return PoolPlanned(solved=solved, ledger=rows)


def _snapshot(pool: PoolToPlan) -> Snapshot:
    return Snapshot(
        pool_id=pool.pool_id,
        version=0,
        settings=PoolSettings(),
        requests=pool.requests,
        talents=pool.talents,
        matches=(),
        declines=(),
        correlation_id=UUID(int=0),
        fresh={},
    )
