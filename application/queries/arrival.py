"""`--wait`: follow posted facts until the plan that takes them in is committed."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from application.session import ReadSession
from matcher.plan import Plan
from matcher.planning.answer import nothing
from matcher.planning.changes import Changes, changes
from matcher.planning.triggers import triggers
from matcher.repair.problem_diff import ProblemDiff
from models.errors import TalentPoolError
from models.ids import PoolId
from models.ingest import DeadLetterSummary
from models.plan_triggers import Trigger
from producers.receipts import Receipt

T = TypeVar("T")

#: Seconds between looks at the store.
_LOOK = 0.05


class NotYet(TalentPoolError):
    """The facts are kept, but nothing has taken them in before the deadline."""


class NotPlanned(TalentPoolError):
    """The facts are taken in, but their pool cannot be planned as it is now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What moved since the plan before, and because of what."""

    found: Changes
    because: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What became of posted facts: the plans that know them, or why they could not be taken."""

    plans: tuple[Plan, ...]
    news: tuple[News, ...]  #: of each plan
    refused: tuple[DeadLetterSummary, ...]
    seconds: float


async def arrival(session: ReadSession, receipts: Sequence[Receipt], seconds: float) -> Arrival:
    """Wait until every fact is applied and planned. Raises NotYet after `seconds`, NotPlanned."""
    began = time.monotonic()
    stage = "not_taken_in_yet"
    try:
        async with asyncio.timeout(seconds):
            dead = [r for r in receipts if await _outcome(session, r) == "dead"]
            refused = [await _letter(session, receipt) for receipt in dead]
            stage = "not_planned_yet"
            pools = dict.fromkeys(PoolId(r.pool_id) for r in receipts if r not in dead)
            plans = [plan for pool_id in pools if (plan := await _plan(session, pool_id))]
            news = [await _news(session, plan) for plan in plans]
    except TimeoutError:
        raise NotYet(stage, seconds=seconds) from None
    return Arrival(
        plans=tuple(plans),
        news=tuple(news),
        refused=tuple(refused),
        seconds=time.monotonic() - began,
    )


async def taken_in(session: ReadSession, receipts: Sequence[Receipt], seconds: float) -> None:
    """Wait until every fact is applied or refused, and not longer than `seconds`."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            for receipt in receipts:
                await _outcome(session, receipt)


async def _outcome(session: ReadSession, receipt: Receipt) -> str:
    return await _until(lambda: session.reads.outcome(receipt.event_id))


async def _letter(session: ReadSession, receipt: Receipt) -> DeadLetterSummary:
    async def look() -> DeadLetterSummary | None:
        # The dead letter travels over its own topic and comes a moment after the outcome.
        letters = await session.reads.dead_letters(pool=PoolId(receipt.pool_id))
        same = (x for x in letters if x.correlation_id == receipt.correlation_id)
        return next(same, None)

    return await _until(look)


async def _plan(session: ReadSession, pool_id: PoolId) -> Plan | None:
    """The first plan of the version that our facts led to, or of a later one."""
    snapshot = await session.reads.snapshot(pool_id)
    if snapshot is None:
        return None
    version = snapshot.version

    async def look() -> Plan | None:
        if await session.reads.planned_version(pool_id) < version:
            failure = await session.reads.plan_failure(pool_id)
            if failure and failure.version >= version:
                raise NotPlanned("kept_not_planned", pool_id=pool_id, why=failure.reason)
            return None
        return await session.reads.plan(pool_id)

    return await _until(look)


async def _news(session: ReadSession, plan: Plan) -> News:
    """What people see of the plan that they did not see before it."""
    problem = await session.reads.problem(plan.pool_id)
    assert problem is not None  # kept with its plan
    before = await session.reads.plan_before(plan.pool_id, plan.version)
    if before is None:
        first = nothing(problem)
        before = first.plan, first.problem
    return News(
        found=changes(before[0].assignments, plan.assignments),
        because=triggers(ProblemDiff(before[1], problem)),
    )


async def _until(look: Callable[[], Awaitable[T | None]]) -> T:
    """The first answer that is not None; another process writes it, so we look again and again."""
    while True:
        if (found := await look()) is not None:
            return found
        await asyncio.sleep(_LOOK)
