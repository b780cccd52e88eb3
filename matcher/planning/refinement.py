"""Refinement of a repaired plan: around the change at once, the whole pool in the background."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Protocol

from matcher.building.geography import Geography
from matcher.building.problem_builder import build_problem
from matcher.plan import Plan
from matcher.planning.answer import Answer, is_clearly_better, is_news, judged
from matcher.planning.isolated_planner import with_explanations, without
from matcher.planning.update_explanations import explained, update_explanations
from matcher.ports import PlanStore
from matcher.problem import Assignment, Problem
from matcher.repair.restricted_problem import part_around
from models.ids import PoolId


class Solver(Protocol):
    async def solve(
        self, problem: Problem, *, seconds: float, start: Sequence[Assignment] = ()
    ) -> Plan:
        """A checked plan within about `seconds`; another method where the first one fails."""


#: Keeps a better answer than the last plan; whether it was kept.
Commit = Callable[[Answer, Plan], Coroutine[Any, Any, bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refining:
    """Makes answers better; each is committed only where nothing has changed since the first."""

    store: PlanStore
    solver: Solver  #: for a moment, never interrupted
    improver: Solver  #: for longer; ends at once when it is cancelled
    commit: Commit
    region: Geography
    repair_seconds: float
    improve_seconds: float
    repairing: set[PoolId] = field(default_factory=set)  #: pools whose second answer is to come
    _unfinished: set[asyncio.Task[Plan]] = field(default_factory=set)

    def begin(self, answer: Answer) -> asyncio.Task[None]:
        """Commit what is better, until the time is up. May be cancelled at any time."""
        task = asyncio.create_task(self._refine(answer))
        if answer.touched is not None:
            pool_id = answer.plan.pool_id
            self.repairing.add(pool_id)
            task.add_done_callback(lambda _: self.repairing.discard(pool_id))
        return task

    async def stop(self) -> None:
        """End what is still being solved."""
        for task in tuple(self._unfinished):
            task.cancel()
            await asyncio.wait([task])

    async def _refine(self, answer: Answer) -> None:
        """Nobody waits for it: what fails here costs the better answer, and is logged."""
        with without("improve", answer.plan.pool_id, nobody_waits=True):
            now = await self._settled(answer)
            if now and now.touched is not None:
                now = await self._repaired(now)
            self.repairing.discard(answer.plan.pool_id)
            if now:
                await self._improved(now)

    async def _settled(self, answer: Answer) -> Answer | None:
        """The answer after its matches were made; None where the pool has moved on.

        After a change the plan is judged by what stands now: what people have just been told is
        worth as much as what they were told before. The first plan of all is seconds old, and earns
        nothing for that.
        """
        now = await self.store.snapshot(answer.snapshot.pool_id)
        if now is None or now.version != answer.snapshot.version:
            return None
        # The facts are those of the answer, and the stories they belong to.
        first = answer.snapshot
        now = replace(now, fresh=first.fresh, correlation_id=first.correlation_id)
        problem = answer.problem
        built = await asyncio.to_thread(
            build_problem, now, problem.months[0], self.region, problem.workdays
        )
        if answer.touched is None:
            return replace(answer, snapshot=now, built=built)
        problem = built.problem
        plan = judged(answer.plan, problem)
        return replace(answer, snapshot=now, built=built, problem=problem, plan=plan)

    async def _repaired(self, answer: Answer) -> Answer | None:
        """A clearly better answer for what lies around the change, committed; or the same one."""
        problem, plan, touched = answer.problem, answer.plan, answer.touched
        assert touched is not None
        part = await asyncio.to_thread(part_around, problem, plan, touched)
        if not part.free:
            return answer
        found = await self._finished(part.problem, part.start)
        better = judged(plan, problem, part.put_back(found.assignments))
        better = better.model_copy(
            update={
                "method": f"repair, {found.method}",
                "seconds": found.seconds,
                "bound": found.bound if part.is_whole else None,
            }
        )
        if not is_clearly_better(better, plan, problem):
            return answer
        tell = partial(update_explanations, problem, better, plan, touched.lines)
        better = await asyncio.to_thread(with_explanations, tell, better)
        if not await self.commit(replace(answer, plan=better), plan):
            return None
        return await self._settled(replace(answer, plan=better))

    async def _improved(self, answer: Answer) -> None:
        """A better plan of the whole pool; or the same one, explained in full, with its bound."""
        problem, last = answer.problem, answer.plan
        plan = await self.improver.solve(
            problem, seconds=self.improve_seconds, start=last.assignments
        )
        if answer.touched is None:
            if not is_news(plan, last):
                return
        elif not is_clearly_better(plan, last, problem):
            bound = None if plan.bound is None else max(plan.bound, last.score)
            # What is proved of another plan of the same points is proved of this one.
            status = plan.status if plan.score == last.score else last.status
            plan = last.model_copy(update={"bound": bound, "status": status})
        with without("explain", plan.pool_id):
            plan = await explained(problem, plan)
        await self.commit(replace(answer, plan=plan), last)

    async def _finished(self, problem: Problem, start: Sequence[Assignment]) -> Plan:
        """What the solver says; it goes on to its end where nobody waits any longer.

        Interrupting it would cost the next change more than the moment it takes: the process would
        have to load again.
        """
        work = self.solver.solve(problem, seconds=self.repair_seconds, start=start)
        task = asyncio.ensure_future(work)
        self._unfinished.add(task)
        task.add_done_callback(self._unfinished.discard)
        return await asyncio.shield(task)
