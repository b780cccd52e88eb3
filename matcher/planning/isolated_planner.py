"""A planner that isolates failures: one pool's is logged, marked, tried again; others go on."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from matcher.plan import Plan
from matcher.ports import FailureStore
from models.errors import TryAgain, kind_and_place
from models.ids import PoolId
from models.log import log
from models.plan_failure import PlanFailure

#: Seconds until the next try: doubled with each failure in a row, up to the longest.
FIRST_WAIT, LONGEST_WAIT = 5.0, 3600.0
_MOMENT = 0.5


@dataclass(frozen=True, kw_only=True)
class IsolatedPlanner:
    """Plans pools one by one; an error of ours in one ends neither the others nor the consumer."""

    plan: Callable[[PoolId], Awaitable[None]]
    store: FailureStore
    now: Callable[[], datetime]
    _tried: set[PoolId] = field(default_factory=set)

    async def plan_pool(self, pool_id: PoolId) -> None:
        """Plan the pool, or mark it where that fails. Twice is the same as once.

        A marked pool is left alone until its next try is due or it has a new version; the first
        call of a process tries it anyway, for it may be the mended program. Raises TryAgain alone.
        """
        known = await self.store.plan_failure(pool_id)
        version = await self.store.pool_version(pool_id)
        if known and pool_id in self._tried and known.version == version and self._is_early(known):
            return
        self._tried.add(pool_id)
        try:
            await self.plan(pool_id)
        except TryAgain:
            raise
        except Exception as error:
            await self._mark(pool_id, version, known, error)
            return
        if known:
            await self.store.forget_plan_failure(pool_id)
            log.info("plan.recovered", pool_id=pool_id, version=version, tries=known.tries)

    async def seconds_to_next_try(self, most: float) -> float:
        """How long until some pool may be tried again; at most `most`, at least a moment."""
        waits = [
            (failure.next_try - self.now()).total_seconds()
            for failure in await self.store.plan_failures()
        ]
        return max(_MOMENT, min([most, *waits]))

    def _is_early(self, failure: PlanFailure) -> bool:
        left = (failure.next_try - self.now()).total_seconds()
        # A clock that was set back must not put the next try off for longer than ever meant.
        return 0 < left <= LONGEST_WAIT

    async def _mark(
        self, pool_id: PoolId, version: int, known: PlanFailure | None, error: Exception
    ) -> None:
        now = self.now()
        tries = known.tries + 1 if known else 1
        wait = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(tries - 1, 30))
        failure = PlanFailure(
            pool_id=pool_id,
            version=version,
            since=known.since if known else now,
            reason=kind_and_place(error),
            tries=tries,
            next_try=now + timedelta(seconds=wait),
        )
        await self.store.mark_plan_failed(failure)
        log.error("plan.failed", **failure.model_dump(mode="json"))


@contextmanager
def without(step: str, pool_id: PoolId, *, nobody_waits: bool = False) -> Iterator[None]:
    """Go on without a step that fails by an error of ours; it is logged.

    TryAgain goes through, except where nobody waits to try it again.
    """
    try:
        yield
    except Exception as error:
        if isinstance(error, TryAgain) and not nobody_waits:
            raise
        _say_failed(step, pool_id, error)


def with_explanations(tell: Callable[[], Plan], plan: Plan) -> Plan:
    """What `tell` makes of the plan; the plan without its explanations where that fails."""
    try:
        return tell()
    except Exception as error:
        _say_failed("explain", plan.pool_id, error)
        return plan


def _say_failed(step: str, pool_id: PoolId, error: Exception) -> None:
    log.error("plan.step_failed", step=step, pool_id=pool_id, reason=kind_and_place(error))
