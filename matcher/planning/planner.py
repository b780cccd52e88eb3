"""The planner: a changed pool gets a new plan, a better one in the background, and events."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, partial

from matcher.building.geography import Geography
from matcher.building.problem_builder import Built, build_problem
from matcher.building.workdays import workdays
from matcher.explain import explain
from matcher.plan import Plan, Status
from matcher.planning.answer import Answer, Known, nothing
from matcher.planning.commit_plan import Committing
from matcher.planning.isolated_planner import with_explanations, without
from matcher.planning.refinement import Refining, Solver
from matcher.planning.triggers import IMPROVED, triggers
from matcher.planning.update_explanations import update_explanations
from matcher.ports import PlanStore, Snapshot
from matcher.repair.problem_diff import ProblemDiff
from matcher.repair.repair_plan import repair_plan
from models.ids import PoolId
from models.log import log
from models.log_names import LogEvent
from models.months import Month, month_of
from models.plan_triggers import Trigger

__all__ = ["Planner", "Solver"]


@dataclass(frozen=True, kw_only=True)
class Planner:
    """Plans pools: at once after a change, better a moment later, then while the pool is quiet.

    The first answer to a change serves what the change touches and leaves the rest as it is. Where
    there is no plan yet, or too much is touched, it is a plan of the whole pool.
    """

    store: PlanStore
    solver: Solver  #: answers changes; is left to finish, so its seconds are few
    improver: Solver  #: works on while nothing changes; may be cancelled at any time
    now: Callable[[], datetime]
    region: Geography = field(default_factory=Geography)  #: what is known of the municipalities
    seconds: float = 1.0
    repair_seconds: float = 0.38  #: for what lies around a change
    improve_seconds: float = 10.0  #: 0: the first answer is the only one
    _improving: dict[PoolId, asyncio.Task[None]] = field(default_factory=dict)
    _turns: dict[PoolId, asyncio.Lock] = field(
        default_factory=dict
    )  #: one plan of a pool at a time
    _planned_from: dict[PoolId, Month] = field(default_factory=dict)
    _known: dict[PoolId, Known] = field(default_factory=dict)

    async def plan_pool(self, pool_id: PoolId) -> None:
        """Plan the pool as it is now, and keep the plan. Twice is the same as once.

        A pool is planned where it has changed since its last plan, and where the month has turned.
        """
        async with self._turns.setdefault(pool_id, asyncio.Lock()):
            today = self.now().date()
            first_month = month_of(today)
            await self.store.turn(pool_id, first_month)
            snapshot = await self.store.snapshot(pool_id)
            if snapshot is None or await self._is_planned(snapshot, first_month):
                return
            await self._stop_improving(pool_id)
            _say("plan.started", pool_id=pool_id, version=snapshot.version)
            days = workdays(today, snapshot.settings.closed_days)
            built = await asyncio.to_thread(build_problem, snapshot, first_month, self.region, days)
            answer = await self._committed(snapshot, built)
            if answer is None:
                return
            self._known[pool_id] = Known(problem=answer.problem, plan=answer.plan)
            self._planned_from[pool_id] = first_month
            if answer.plan.gap != 0 and self.improve_seconds:
                self._improving[pool_id] = self._refining.begin(answer)

    @property
    def repairing(self) -> bool:
        """Whether the second answer to a change, a moment after the first, is still to come."""
        return bool(self._refining.repairing)

    async def quiet(self) -> None:
        """Wait until no pool is being improved."""
        while tasks := [t for t in self._improving.values() if not t.done()]:
            await asyncio.wait(tasks)

    async def stop(self) -> None:
        """Give up improving; committed plans stay."""
        for pool_id in list(self._improving):
            await self._stop_improving(pool_id)
        await self._refining.stop()

    async def _committed(self, snapshot: Snapshot, built: Built) -> Answer | None:
        """The answer that was kept; None where the pool has moved on since."""
        last = await self._last(snapshot.pool_id) or nothing(built.problem)
        found = ProblemDiff(last.problem, built.problem)
        because = triggers(found)
        answer: Answer | None = None
        kept: bool | None = None
        with without("repair", snapshot.pool_id):
            answer = await self._touched_only(snapshot, built, found, last.plan)
            if answer is not None:
                kept = await self._commit(answer, last.plan, because)
        if answer is None or kept is None:
            answer = await self._whole(snapshot, built)
            kept = await self._commit(answer, last.plan, because)
        return answer if kept else None

    async def _is_planned(self, snapshot: Snapshot, first_month: Month) -> bool:
        pool_id = snapshot.pool_id
        if await self.store.planned_version(pool_id) != snapshot.version:
            return False
        if pool_id not in self._planned_from and (last := await self._last(pool_id)):
            self._planned_from[pool_id] = last.plan.months[0]
        return self._planned_from.get(pool_id) == first_month

    async def _last(self, pool_id: PoolId) -> Known | None:
        """The last plan of the pool and its problem, whoever made them."""
        known = self._known.get(pool_id)
        if known and known.plan.version == await self.store.planned_version(pool_id):
            return known
        # A plan of a newer program may not be read: the pool is then planned as if it had none.
        self._known.pop(pool_id, None)
        with without("last plan", pool_id):
            plan, problem = await self.store.plan(pool_id), await self.store.problem(pool_id)
            if plan and problem:
                self._known[pool_id] = Known(problem=problem, plan=plan)
            elif version := await self.store.planned_version(pool_id):
                log.warning("plan.unreadable", pool_id=pool_id, version=version)
        return self._known.get(pool_id)

    async def _stop_improving(self, pool_id: PoolId) -> None:
        if task := self._improving.pop(pool_id, None):
            task.cancel()
            await asyncio.wait([task])

    async def _touched_only(
        self, snapshot: Snapshot, built: Built, found: ProblemDiff, last: Plan
    ) -> Answer | None:
        """The plan that follows the change; None without a plan to follow, or one to come after."""
        if not last.assignments or not self.improve_seconds:
            return None
        problem = built.problem
        start = (*problem.pins, *problem.previous)
        followed = await asyncio.to_thread(repair_plan, found, last.assignments, start)
        if followed is None:
            return None
        touched = followed.touched
        tell = partial(update_explanations, problem, followed.plan, last, touched.lines)
        plan = await asyncio.to_thread(with_explanations, tell, followed.plan)
        return Answer(snapshot=snapshot, built=built, problem=problem, plan=plan, touched=touched)

    async def _whole(self, snapshot: Snapshot, built: Built) -> Answer:
        problem = built.problem
        start = (*problem.pins, *problem.previous)
        plan = await self.solver.solve(problem, seconds=self.seconds, start=start)
        if plan.status not in (Status.OPTIMAL, Status.FEASIBLE):
            raise RuntimeError(f"pool {problem.pool_id}: no method gave a plan ({plan.status})")
        # Explaining is pure Python: a thread keeps the event loop beating.
        plan = await asyncio.to_thread(with_explanations, partial(explain, problem, plan), plan)
        return Answer(snapshot=snapshot, built=built, problem=problem, plan=plan, touched=None)

    async def _better(self, answer: Answer, last: Plan) -> bool:
        """Keep a better answer to a change that has been answered already."""
        because = IMPROVED if answer.plan.assignments != last.assignments else ()
        kept = await self._commit(answer, last, because)
        if kept:
            self._known[answer.plan.pool_id] = Known(problem=answer.problem, plan=answer.plan)
        return kept

    async def _commit(self, answer: Answer, last: Plan, because: Sequence[Trigger]) -> bool:
        return await self._committing.commit(answer, last, because)

    @cached_property
    def _committing(self) -> Committing:
        return Committing(store=self.store, now=self.now)

    @cached_property
    def _refining(self) -> Refining:
        return Refining(
            store=self.store,
            solver=self.solver,
            improver=self.improver,
            commit=self._better,
            region=self.region,
            repair_seconds=self.repair_seconds,
            improve_seconds=self.improve_seconds,
        )


def _say(event: LogEvent, **fields: object) -> None:
    log.info(event, **fields)
