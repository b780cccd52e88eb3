"""A changed pool gets a plan soon, a better one later; a plan of the past never lands."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from matcher.building.geography import Geography
from models.ids import PoolId
from models.match import MatchState
from tests import make
from tests.matcher.planning.shelf import Answers, Shelf, planner_of, pool

DECEMBER = datetime(2026, 12, 1, tzinfo=UTC)


async def test_a_changed_pool_gets_a_checked_plan_with_its_matches_and_events() -> None:
    store = Shelf(pool())

    await planner_of(store, Answers(gap=False)).plan_pool(PoolId("20"))

    [plan], [match] = store.plans, store.matches.values()
    assert (match.line_id, match.talent_id, match.state) == ("R-1/1", "T-1", MatchState.DRAFTED)
    assert len(store.said) == len(plan.assignments) == len(plan.why) == 1


class Far(Geography):
    def way(self, base: str, there: str) -> int:
        return 6


async def test_travel_uses_the_hours_of_the_plan_and_of_the_ledger() -> None:
    asked = make.line(on_site_percent=50)
    talent = make.talent(base=make.MATSUMOTO)
    store = Shelf(replace(make.snapshot([make.request("R-1", asked)], [talent]), version=7))
    planner = planner_of(store, Answers(gap=False))

    await replace(planner, region=Far()).plan_pool(PoolId("20"))

    assert store.plans[0].served == 64
    assert max(row.used for row in store.ledger) == 64 + 2 * 2 * 6


async def test_a_pool_that_is_planned_is_left_alone() -> None:
    store, solver = Shelf(pool()), Answers(gap=False)
    planner = planner_of(store, solver)

    await planner.plan_pool(PoolId("20"))
    await planner.plan_pool(PoolId("20"))

    assert solver.asked == 1


async def test_another_process_knows_that_a_pool_is_planned() -> None:
    store, solver = Shelf(pool()), Answers(gap=False)
    await planner_of(store, solver).plan_pool(PoolId("20"))

    await planner_of(store, solver).plan_pool(PoolId("20"))

    assert solver.asked == 1


async def test_when_the_month_turns_a_pool_is_planned_anew() -> None:
    store, solver = Shelf(pool()), Answers(gap=False)
    await planner_of(store, solver).plan_pool(PoolId("20"))

    await planner_of(store, solver, now=DECEMBER).plan_pool(PoolId("20"))

    assert [plan.months[0] for plan in store.plans] == ["2026-11", "2026-12"]


async def test_a_plan_of_the_past_is_dropped() -> None:
    store = Shelf(pool(7), pool(8))

    await planner_of(store, Answers()).plan_pool(PoolId("20"))

    assert store.plans == []


async def test_while_the_pool_is_quiet_a_better_plan_replaces_the_first() -> None:
    store = Shelf(pool())
    planner = planner_of(store, Answers(only_pins=True), Answers(gap=False))

    await planner.plan_pool(PoolId("20"))
    await planner.quiet()

    worse, better = store.plans
    assert worse.version == better.version
    assert worse.score < better.score
    assert store.problems[0] == store.problems[1]


async def test_a_second_plan_that_is_no_better_is_not_told() -> None:
    store = Shelf(pool())
    planner = planner_of(store, Answers(), Answers())

    await planner.plan_pool(PoolId("20"))
    await planner.quiet()

    assert len(store.plans) == 1


async def test_a_change_stops_the_improving_of_the_last_plan() -> None:
    store = Shelf(pool(7))
    planner = planner_of(store, Answers())
    await planner.plan_pool(PoolId("20"))

    store.snapshots = [pool(8)]
    async with asyncio.timeout(10):
        await planner.plan_pool(PoolId("20"))
        await planner.stop()

    assert [plan.version for plan in store.plans] == [7, 8]


async def test_a_plan_that_fails_its_check_stops_the_service() -> None:
    class Lies(Answers):
        async def solve(self, problem: Any, *, seconds: Any, start: Any = ()) -> Any:
            plan = await super().solve(problem, seconds=seconds, start=start)
            return plan.model_copy(update={"score": plan.score + 1})

    store = Shelf(pool())

    with pytest.raises(RuntimeError, match="fails its check"):
        await planner_of(store, Lies()).plan_pool(PoolId("20"))

    assert store.plans == []


async def test_events_belong_to_the_story_of_the_request_that_caused_them() -> None:
    cause = make.CAUSE.__class__(int=42)
    store = Shelf(replace(pool(), fresh={"R-1": cause}))

    await planner_of(store, Answers(gap=False)).plan_pool(PoolId("20"))

    [event] = store.said
    assert dict(event.headers)["ce_correlationid"] == str(cause).encode()


async def test_a_pool_is_planned_for_the_working_days_that_are_left_of_the_month() -> None:
    snapshot = make.snapshot([make.request()], [make.talent()], closed_days=(date(2026, 11, 27),))
    store = Shelf(snapshot)
    last_day = make.NOW.replace(day=30)

    await planner_of(store, Answers(gap=False), now=last_day).plan_pool(PoolId("20"))

    problem = await store.problem("20")
    assert (problem.workdays.left, problem.workdays.of) == (1, 18)
