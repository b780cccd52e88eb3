"""The use case of this room: a changed pool gets a new plan."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol
from uuid import NAMESPACE_URL, uuid5

import structlog

from matcher.build import Built, build
from matcher.check import faults
from matcher.explain import explain
from matcher.plan import Plan, Status
from matcher.ports import PlanStore, Snapshot
from matcher.problem import Assignment, Problem
from matcher.settle import Change, changes, ledger
from models.envelope import Envelope, Message
from models.errors import Stale
from models.facts import MatchChanged
from models.ids import PoolId
from models.logbook import LogEvent
from models.months import month_of

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
    seconds: float = 1.0
    improve_seconds: float = 10.0
    _improving: dict[PoolId, asyncio.Task[None]] = field(default_factory=dict)

    async def plan_pool(self, pool_id: PoolId) -> None:
        """Plan the pool as it is now, and keep the plan. Twice is the same as once."""
        await self._stop_improving(pool_id)
        snapshot = await self.store.snapshot(pool_id)
        if snapshot is None or await self.store.planned_version(pool_id) == snapshot.version:
            return
        _say("plan.started", pool_id=pool_id, version=snapshot.version)
        built = build(snapshot, month_of(self.now().date()))
        start = (*built.problem.pins, *built.problem.previous)
        plan = await self._solved(self.solver, built.problem, self.seconds, start)
        if not await self._committed(snapshot, built, built.problem, plan):
            return
        if plan.gap and self.improve_seconds:
            self._improving[pool_id] = asyncio.create_task(self._improve(snapshot, built, plan))

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
        await self._committed(now, build(now, first_month), built.problem, plan)

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
                ledger=list(ledger(snapshot, plan)),
                outbox=[self._event(snapshot, plan, change).record() for change in changed],
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

    def _event(self, snapshot: Snapshot, plan: Plan, change: Change) -> Message:
        before, after = change
        request_id = after.line_id.rpartition("/")[0]
        return Message(
            envelope=Envelope(
                # Computed from its cause, so that a repeat is recognised downstream.
                event_id=uuid5(NAMESPACE_URL, f"{after.match_id}/{after.revision}"),
                source="talentpool/matcher",
                time=self.now(),
                correlation_id=snapshot.fresh.get(request_id, snapshot.correlation_id),
            ),
            fact=MatchChanged(
                pool_id=after.pool_id,
                match_id=after.match_id,
                revision=after.revision,
                line_id=after.line_id,
                talent_id=after.talent_id,
                state=after.state,
                before=before.state if before else None,
                hours=after.hours,
                pinned=after.pinned,
                reason=after.reason,
                plan_version=plan.version,
            ),
        )


def _is_news(plan: Plan, last: Plan) -> bool:
    """Worth telling people: more points, or a better proof of the same plan."""
    return plan.score > last.score or (
        plan.score == last.score
        and (plan.status is not last.status or (plan.bound or 0) < (last.bound or 0))
    )


def _say(event: LogEvent, **fields: object) -> None:
    log.info(event, **fields)
