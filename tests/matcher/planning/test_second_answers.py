"""A change is answered at once where it touches, then better around it, then better as a whole."""

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest
import structlog

from matcher.plan import Status
from models.ids import PoolId
from models.match import MatchState
from models.pool_settings import Weights
from tests import make
from tests.make import MATSUMOTO
from tests.matcher.planning.shelf import Answers, Hangs, Shelf, planner_of

#: All that T-1 has in the month.
ALL = make.line(hours=make.hours(128))
NORMAL = make.request("R-1", ALL)
PRESSING = make.request("R-2", ALL, urgency=3)
ELSEWHERE = make.request("R-3", make.line(hours=make.hours(64)), municipalities=(MATSUMOTO,))


def pool(version: Any, *requests: Any, talents: Any = ("T-1",), **settings: Any) -> Any:
    people = [make.talent(talent_id) for talent_id in talents]
    return replace(make.snapshot(requests, people, **settings), version=version)


async def after_a_change(
    first: Any, second: Any, *, solver: Any = None, improver: Any = None
) -> Any:
    """The store right after the first answer to the change, and the planner."""
    store = Shelf(first)
    planner = planner_of(store, solver or Answers(), improver)
    await planner.plan_pool(PoolId("20"))
    store.snapshots = [second]
    await planner.plan_pool(PoolId("20"))
    return store, planner


async def until(condition: Any) -> None:
    async with asyncio.timeout(20):
        # What we wait for happens inside the planner: nobody could set an event for us.
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def told(record: Any) -> Any:
    return json.loads(record.value)


async def test_what_a_change_touches_is_answered_without_the_solver() -> None:
    solver = Answers()
    two = ("T-1", "T-2")

    store, planner = await after_a_change(
        pool(7, NORMAL, talents=two), pool(8, NORMAL, ELSEWHERE, talents=two), solver=solver
    )

    assert solver.asked == 1
    assert [plan.method for plan in store.plans] == ["test", "insertion"]
    assert [a.line_id for a in store.plans[-1].assignments] == ["R-1/1", "R-3/1"]
    assert len(store.said) == 2
    await planner.stop()


async def test_another_process_follows_the_plan_that_it_finds() -> None:
    two = ("T-1", "T-2")
    store = Shelf(pool(7, NORMAL, talents=two))
    await planner_of(store, Answers(gap=False)).plan_pool(PoolId("20"))
    store.snapshots = [pool(8, NORMAL, ELSEWHERE, talents=two)]
    planner = planner_of(store, Hangs())

    await planner.plan_pool(PoolId("20"))

    assert store.plans[-1].method == "insertion"
    await planner.stop()


async def test_a_clearly_better_answer_for_what_lies_around_follows() -> None:
    store, planner = await after_a_change(
        pool(7, NORMAL), pool(8, NORMAL, PRESSING), solver=Answers(anew=True)
    )
    assert planner.repairing
    assert [a.line_id for a in store.plans[-1].assignments] == ["R-1/1"]

    await until(lambda: not planner.repairing)

    assert [a.line_id for a in store.plans[-1].assignments] == ["R-2/1"]
    assert [plan.version for plan in store.plans] == [7, 8, 8]
    states = {match.line_id: match.state for match in store.matches.values()}
    assert states == {"R-1/1": MatchState.WITHDRAWN, "R-2/1": MatchState.DRAFTED}
    await planner.stop()


async def test_what_was_told_a_moment_ago_stays_where_little_is_won_by_moving_it() -> None:
    dear = {"weights": Weights(keep_drafted=4_000)}

    store, planner = await after_a_change(
        pool(7, NORMAL, **dear), pool(8, NORMAL, PRESSING, **dear), solver=Answers(anew=True)
    )
    await until(lambda: not planner.repairing)

    assert len(store.plans) == 2
    await planner.stop()


async def test_the_second_answer_is_judged_by_what_stands_after_the_first() -> None:
    two = ("T-1", "T-2")
    store, planner = await after_a_change(
        pool(7, NORMAL, talents=two),
        pool(8, NORMAL, ELSEWHERE, talents=two),
        improver=Answers(gap=False),
    )

    await planner.quiet()

    first, last = store.problems[1], store.problems[-1]
    assert {p.line_id for p in first.previous} == {"R-1/1"}
    assert {p.line_id for p in last.previous} == {"R-1/1", "R-3/1"}


async def test_a_plan_that_cannot_be_bettered_gets_its_bound_and_nobody_hears_of_it() -> None:
    two = ("T-1", "T-2")
    store, planner = await after_a_change(
        pool(7, NORMAL, talents=two),
        pool(8, NORMAL, ELSEWHERE, talents=two),
        improver=Answers(gap=False),
    )
    said = len(store.said)

    await planner.quiet()

    assert store.plans[-2].bound is None
    assert store.plans[-1].bound == store.plans[-1].score
    assert [plan.status for plan in store.plans[-2:]] == [Status.FEASIBLE, Status.OPTIMAL]
    assert store.plans[-1].assignments == store.plans[-2].assignments
    assert len(store.said) == said


async def test_the_solver_is_left_to_finish_where_the_next_change_comes_first() -> None:
    ended = []

    class Slow(Answers):
        async def solve(self, problem: Any, *, seconds: Any, start: Any = ()) -> Any:
            plan = await super().solve(problem, seconds=seconds, start=start)
            if self.asked > 1:
                try:
                    await asyncio.sleep(0.2)
                except asyncio.CancelledError:
                    ended.append("interrupted")
                    raise
                ended.append("finished")
            return plan

    solver = Slow(anew=True)
    store, planner = await after_a_change(pool(7, NORMAL), pool(8, NORMAL, PRESSING), solver=solver)
    await until(lambda: solver.asked == 2)

    store.snapshots = [pool(9, NORMAL, PRESSING, ELSEWHERE)]
    await planner.plan_pool("20")
    await until(lambda: ended)

    assert ended == ["finished"]
    assert [plan.version for plan in store.plans[:3]] == [7, 8, 9]
    await planner.stop()


async def test_stopping_ends_what_is_still_being_solved() -> None:
    class Endless(Answers):
        async def solve(self, problem: Any, *, seconds: Any, start: Any = ()) -> Any:
            if self.asked:
                await asyncio.Event().wait()
            return await super().solve(problem, seconds=seconds, start=start)

    store, planner = await after_a_change(
        pool(7, NORMAL), pool(8, NORMAL, PRESSING), solver=Endless()
    )
    await asyncio.sleep(0.1)

    async with asyncio.timeout(10):
        await planner.stop()

    assert not planner.repairing
    assert len(store.plans) == 2


@pytest.mark.parametrize("settings", [{"block": 12}, {"horizon": 11}])
async def test_where_everything_is_touched_the_pool_is_planned_as_a_whole(
    settings: dict[str, int],
) -> None:
    solver = Answers()

    _, planner = await after_a_change(pool(7, NORMAL), pool(8, NORMAL, **settings), solver=solver)

    assert solver.asked == 2
    await planner.stop()


async def test_where_nothing_comes_after_the_first_answer_it_is_of_the_whole_pool() -> None:
    store, solver = Shelf(pool(7, NORMAL)), Answers(anew=True)
    planner = replace(planner_of(store, solver), improve_seconds=0)
    await planner.plan_pool(PoolId("20"))
    store.snapshots = [pool(8, NORMAL, PRESSING)]

    await planner.plan_pool(PoolId("20"))

    assert solver.asked == 2
    assert [a.line_id for a in store.plans[-1].assignments] == ["R-2/1"]


async def test_events_and_log_say_what_led_to_the_plan() -> None:
    with structlog.testing.capture_logs() as logs:
        store, planner = await after_a_change(
            pool(7, NORMAL), pool(8, NORMAL, PRESSING), solver=Answers(anew=True)
        )
        await until(lambda: not planner.repairing)
    await planner.stop()

    first, *better = [told(record)["plan_news"] for record in store.said]
    assert [t["kind"] for t in first["triggers"]] == ["request_posted", "talent_joined"]
    assert first["triggers"][0]["ids"] == ["R-1"]
    assert (first["changed"], first["total"]) == (1, 1)
    assert [t["kind"] for t in better[0]["triggers"]] == ["improved"]
    assert (better[0]["changed"], better[0]["total"]) == (2, 2)
    committed = [entry for entry in logs if entry["event"] == "plan.committed"]
    assert [entry["moved"] for entry in committed] == ["1/1", "0/1", "2/2"]
    assert [entry["kinds"] for entry in committed[:2]] == [{"new": 1}, {}]
    assert committed[1]["because"] == [{"kind": "request_posted", "ids": ["R-2"], "count": 1}]


async def test_a_longer_horizon_is_a_setting_and_no_new_month() -> None:
    with structlog.testing.capture_logs() as logs:
        _, planner = await after_a_change(pool(7, NORMAL), pool(8, NORMAL, horizon=11))
    await planner.stop()

    committed = [entry for entry in logs if entry["event"] == "plan.committed"]
    assert [trigger["kind"] for trigger in committed[1]["because"]] == ["settings"]


async def test_a_month_that_turns_is_told_as_such() -> None:
    store = Shelf(pool(7, NORMAL))
    await planner_of(store, Answers(gap=False)).plan_pool(PoolId("20"))
    december = make.NOW.replace(month=12, day=1)

    with structlog.testing.capture_logs() as logs:
        await planner_of(store, Answers(gap=False), now=december).plan_pool(PoolId("20"))

    [committed] = [entry for entry in logs if entry["event"] == "plan.committed"]
    assert [trigger["kind"] for trigger in committed["because"]] == ["month_turned"]
