"""A store of one pool in memory, solvers of few words, and a planner between them."""

import asyncio
from dataclasses import replace
from typing import Any

from matcher.check import terms
from matcher.plan import Plan, Status
from matcher.planning.planner import Planner
from matcher.roster.greedy import greedy
from models.errors import PlanOutdated
from tests import make


class Shelf:
    """A store of one pool in memory, fenced as the real one."""

    def __init__(self, *snapshots: Any) -> None:
        self.snapshots = list(snapshots)
        self.plans: list[Plan] = []
        self.problems = []  # type: ignore[var-annotated]
        self.matches = {}  # type: ignore[var-annotated]
        self.said = []  # type: ignore[var-annotated]
        self.ledger = []  # type: ignore[var-annotated]

    async def snapshot(self, pool_id: Any) -> Any:
        now = self.snapshots[0]
        return replace(now, matches=tuple(m for m in self.matches.values() if m.live))

    async def turn(self, pool_id: Any, month: Any) -> None:
        pass

    async def planned_version(self, pool_id: Any) -> Any:
        return self.plans[-1].version if self.plans else 0

    async def plan(self, pool_id: Any) -> Any:
        return self.plans[-1] if self.plans else None

    async def problem(self, pool_id: Any) -> Any:
        return self.problems[-1] if self.problems else None

    async def commit_plan(
        self, plan: Any, *, problem: Any, matches: Any, ledger: Any, outbox: Any
    ) -> None:
        if len(self.snapshots) > 1:
            self.snapshots.pop(0)  # somebody states a fact while the plan is made
        if plan.version != self.snapshots[0].version:
            raise PlanOutdated
        self.plans.append(plan)
        self.problems.append(problem)
        self.matches |= {m.match_id: m for m in matches}
        self.said += outbox
        self.ledger = ledger


class Answers:
    """A solver that answers with the pins, or with a greedy plan: from the start, or without."""

    def __init__(self, *, only_pins: bool = False, gap: bool = True, anew: bool = False) -> None:
        self.only_pins, self.gap, self.anew = only_pins, gap, anew
        self.asked = 0

    async def solve(self, problem: Any, *, seconds: Any, start: Any = ()) -> Any:
        self.asked += 1
        made = problem.pins if self.only_pins else greedy(problem, () if self.anew else start)
        points = terms(problem, made)
        return Plan(
            pool_id=problem.pool_id,
            version=problem.version,
            months=problem.months,
            status=Status.FEASIBLE if self.gap else Status.OPTIMAL,
            method="test",
            assignments=made,
            terms=points,
            score=points.score,
            bound=points.score + (1000 if self.gap else 0),
        )


class Hangs:
    async def solve(self, problem: Any, *, seconds: Any, start: Any = ()) -> None:
        await asyncio.Event().wait()


def pool(version: int = 7) -> Any:
    return replace(make.snapshot([make.request()], [make.talent()]), version=version)


def planner_of(store: Any, solver: Any, improver: Any = None, now: Any = make.NOW) -> Planner:
    return Planner(store=store, solver=solver, improver=improver or Hangs(), now=lambda: now)  # type: ignore[arg-type]
