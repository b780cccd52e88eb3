"""At the start what waits is taken before pools are planned."""

import asyncio
from typing import Any

import pytest

from models.errors import TryAgain
from models.ids import PoolId
from service.running.plans_after_facts import PlansAfterFacts


class Log:
    """Tells how many facts wait: one number for each look, the last one for ever."""

    def __init__(self, *counts: Any) -> None:
        self.counts = list(counts)
        self.looks = 0

    async def waiting(self) -> Any:
        self.looks += 1
        now = self.counts.pop(0) if len(self.counts) > 1 else self.counts[0]
        if now is TryAgain:
            raise TryAgain
        return now


async def test_no_pool_is_planned_before_the_facts_that_wait_are_taken() -> None:
    log = Log(5, TryAgain, 2, 0)
    planned = []

    async def plan(pool_id: Any) -> None:
        planned.append((pool_id, log.looks))

    first = PlansAfterFacts(log.waiting, plan)
    async with asyncio.TaskGroup() as group:
        group.create_task(first.plan_pool(PoolId("20")))
        group.create_task(first.watch())

    assert planned == [("20", 4)]


async def test_facts_that_nobody_takes_do_not_hold_up_planning_for_ever() -> None:
    planned = []

    async def plan(pool_id: Any) -> None:
        planned.append(pool_id)

    first = PlansAfterFacts(Log(3).waiting, plan, stuck=0.2)
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        group.create_task(first.plan_pool(PoolId("20")))
        group.create_task(first.watch())

    assert planned == ["20"]


async def test_a_service_that_ends_waits_for_no_facts_and_plans_nothing() -> None:
    planned = []

    async def plan(pool_id: Any) -> None:
        planned.append(pool_id)

    first = PlansAfterFacts(Log(3).waiting, plan)
    held = asyncio.create_task(first.plan_pool(PoolId("20")))
    watch = asyncio.create_task(first.watch())
    await asyncio.sleep(0)

    watch.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(asyncio.shield(held), 20)

    assert planned == []
