"""Scenarios beside the live plan; nothing is written."""

from collections.abc import Callable
from dataclasses import dataclass

from application.queries.steps_of_scenario import steps_of_scenario
from application.session import ReadSession
from application.views.steps import Step
from matcher.building.geography import Geography
from matcher.building.workdays import workdays
from matcher.planning.planner import Solver
from matcher.whatif import Scenario
from matcher.whatif.compare import MOST, Comparison, compare
from models.errors import Absent, Mistake
from models.ids import PoolId
from models.months import month_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """One to four scenarios, and how long each may be planned."""

    pool_id: PoolId
    scenarios: tuple[Scenario, ...]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The live plan and the scenarios, each with the steps that make it real."""

    pool_id: PoolId
    found: Comparison
    steps: tuple[tuple[Step, ...], ...]
    sample: bool  #: whether made-up people are among those compared


async def what_if(
    session: ReadSession,
    asked: WhatIf,
    *,
    solver: Solver,
    geography: Geography,
    begun: Callable[[int], None] = lambda _: None,
) -> Compared:
    """Plan every scenario; `begun` is told which one is next.

    Raises Mistake where none or too many are given or one speaks of what is not there; Absent
    where nothing is known of the pool.
    """
    if not 1 <= len(asked.scenarios) <= MOST:
        raise Mistake("scenarios_count", most=MOST, count=len(asked.scenarios))
    snapshot = await session.reads.snapshot(asked.pool_id)
    if snapshot is None:
        raise Absent("pool_empty", pool_id=asked.pool_id)
    today = session.now().date()
    first = month_of(today)
    live = await session.reads.plan(asked.pool_id)
    days = workdays(today, snapshot.settings.closed_days)
    if live and live.version == snapshot.version and live.months[0] == first:
        # Compared on the day of the live plan: what changed since is the scenario alone.
        problem = await session.reads.problem(asked.pool_id)
        days = problem.workdays if problem else days
    found = await compare(
        snapshot,
        live,
        asked.scenarios,
        solver=solver,
        first_month=first,
        seconds=asked.seconds,
        region=geography,
        days=days,
        begun=begun,
    )
    return Compared(
        pool_id=asked.pool_id,
        found=found,
        steps=tuple(steps_of_scenario(snapshot, each, first) for each in asked.scenarios),
        sample=any(request.sample for request in snapshot.requests),
    )
