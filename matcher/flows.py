"""The use case of this room: a changed pool gets a new plan."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

import structlog

from matcher.announce import announce
from matcher.build import Built, build
from matcher.check import faults
from matcher.explain import explain
from matcher.plan import Plan, Status
from matcher.ports import PlanStore, Snapshot
from matcher.problem import Assignment, Problem
from matcher.region import Region
from matcher.settle import changes, ledger
from models.errors import Stale
from models.ids import PoolId
from models.logbook import LogEvent
from models.months import Month, month_of

log = structlog.get_logger()


class Solver(Protocol):
    async def solve(
        self, problem: Problem, *, seconds: float, start: Sequence[Assignment] = ()
    ) -> Plan:
        """A checked plan within about `seconds`; another method where the first one fails."""


@dataclass(frozen=True, kw_only=True)
class Flows:
    """Plans pools: soon after a change, then better while the pool is quiet."""

    store: PlanStore
    solver: Solver  #: answers changes
    improver: Solver  #: works on while nothing changes; may be cancelled at any time
    now: Callable[[], datetime]
    region: Region = field(default_factory=Region)  #: what is known of the municipalities
    seconds: float = 1.0
    improve_seconds: float = 10.0
    _improving: dict[PoolId, asyncio.Task[None]] = field(default_factory=dict)
    _turns: dict[PoolId, asyncio.Lock] = field(
        default_factory=dict
    )  #: one plan of a pool at a time
    _planned_from: dict[PoolId, Month] = field(default_factory=dict)

    async def plan_pool(self, pool_id: PoolId) -> None:
        """Plan the pool as it is now, and keep the plan. Twice is the same as once.

        A pool is planned where it has changed since its last plan, and where the month has turned.
        """
        async with self._turns.setdefault(pool_id, asyncio.Lock()):
            snapshot = await self.store.snapshot(pool_id)
            first_month = month_of(self.now().date())
            if snapshot is None or await self._is_planned(snapshot, first_month):
                return
            await self._stop_improving(pool_id)
            _say("plan.started", pool_id=pool_id, version=snapshot.version)
            built = build(snapshot, first_month, self.region)
            start = (*built.problem.pins, *built.problem.previous)
            plan = await self._solved(self.solver, built.problem, self.seconds, start)
            if not await self._committed(snapshot, built, built.problem, plan):
                return
            self._planned_from[pool_id] = first_month
            if plan.gap != 0 and self.improve_seconds:
                task = asyncio.create_task(self._improve(snapshot, built, plan))
                self._improving[pool_id] = task

    async def _is_planned(self, snapshot: Snapshot, first_month: Month) -> bool:
        pool_id = snapshot.pool_id
        if await self.store.planned_version(pool_id) != snapshot.version:
            return False
        if pool_id not in self._planned_from and (last := await self.store.plan(pool_id)):
            self._planned_from[pool_id] = last.months[0]
        return self._planned_from.get(pool_id) == first_month

    async def quiet(self) -> None:
        """Wait until no pool is being improved."""
        while tasks := [t for t in self._improving.values() if not t.done()]:
            await asyncio.wait(tasks)

    async def stop(self) -> None:
        """Give up improving; committed plans stay."""
        for pool_id in list(self._improving):
            await self._stop_improving(pool_id)

    async def _stop_improving(self, pool_id: PoolId) -> None:
        if task := self._improving.pop(pool_id, None):
            task.cancel()
            await asyncio.wait([task])

    async def _improve(self, snapshot: Snapshot, built: Built, last: Plan) -> None:
        """A better answer to the same question: the problem stays the one that `last` solved."""
        plan = await self._solved(
            self.improver, built.problem, self.improve_seconds, last.assignments
        )
        now = await self.store.snapshot(snapshot.pool_id)
        if now is None or not _is_news(plan, last):
            return
        # The matches have changed since: `last` made them. Their version has not.
        now = replace(now, fresh=snapshot.fresh, correlation_id=snapshot.correlation_id)
        first_month = built.problem.months[0]
        await self._committed(now, build(now, first_month, self.region), built.problem, plan)

    async def _solved(
        self, solver: Solver, problem: Problem, seconds: float, start: Sequence[Assignment]
    ) -> Plan:
        plan = await solver.solve(problem, seconds=seconds, start=start)
        if plan.status not in (Status.OPTIMAL, Status.FEASIBLE):
            raise RuntimeError(f"pool {problem.pool_id}: no method gave a plan ({plan.status})")
        # Explaining is pure Python: a thread keeps the event loop beating.
        plan = await asyncio.to_thread(explain, problem, plan)
        if broken := faults(problem, plan):
            raise RuntimeError(f"pool {problem.pool_id}: the plan fails its check: {broken[0]}")
        return plan

    async def _committed(
        self, snapshot: Snapshot, built: Built, problem: Problem, plan: Plan
    ) -> bool:
        changed = list(changes(snapshot, built, plan))
        try:
            await self.store.commit_plan(
                plan,
                problem=problem,
                matches=[after for _, after in changed],
                ledger=list(ledger(snapshot, plan, problem.pairs)),
                outbox=[announce(snapshot, plan, c, self.now()).record() for c in changed],
            )
        except Stale:
            _say("plan.stale", pool_id=plan.pool_id, version=plan.version)
            return False
        _say(
            "plan.committed",
            pool_id=plan.pool_id,
            version=plan.version,
            status=plan.status.value,
            method=plan.method,
            score=plan.score,
            bound=plan.bound,
            assignments=len(plan.assignments),
            changed=len(changed),
            unmet=len(plan.unmet),
            seconds=round(plan.seconds, 3),
            correlation_id=str(snapshot.correlation_id),
        )
        return True


def _is_news(plan: Plan, last: Plan) -> bool:
    """Worth telling people: more points, or a better proof of the same plan."""
    return plan.score > last.score or (
        plan.score == last.score
        and (plan.status is not last.status or (plan.bound or 0) < (last.bound or 0))
    )


def _say(event: LogEvent, **fields: object) -> None:
    log.info(event, **fields)
