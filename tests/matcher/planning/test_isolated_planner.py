"""What fails in one pool stays in it: the others are planned, and so is it when it can be."""

from datetime import timedelta
from typing import Any

import pytest

from matcher.planning import planner as planner_module
from matcher.planning.isolated_planner import FIRST_WAIT, LONGEST_WAIT, IsolatedPlanner
from models.errors import TryAgain
from models.ids import PoolId
from tests import make
from tests.matcher.planning.shelf import Answers, Shelf, planner_of, pool


class Marks:
    """Versions of pools, and the marks of those that failed."""

    def __init__(self) -> None:
        self.versions = {"20": 7, "15": 3}
        self.failures = {}  # type: ignore[var-annotated]

    async def pool_version(self, pool_id: Any) -> Any:
        return self.versions[pool_id]

    async def plan_failure(self, pool_id: Any) -> Any:
        return self.failures.get(pool_id)

    async def plan_failures(self) -> Any:
        return list(self.failures.values())

    async def mark_plan_failed(self, failure: Any) -> None:
        self.failures[failure.pool_id] = failure

    async def forget_plan_failure(self, pool_id: Any) -> None:
        self.failures.pop(pool_id, None)


class Planner:
    """Plans any pool but the broken ones."""

    def __init__(self, *broken: Any, error: Any = ValueError) -> None:
        self.broken, self.error = set(broken), error
        self.asked = []  # type: ignore[var-annotated]

    async def plan(self, pool_id: Any) -> None:
        self.asked.append(pool_id)
        if pool_id in self.broken:
            raise self.error("見本 花子")


class Clock:
    def __init__(self) -> None:
        self.at = make.NOW

    def __call__(self) -> Any:
        return self.at


@pytest.fixture
def clock() -> Any:
    return Clock()


@pytest.fixture
def marks() -> Any:
    return Marks()


def isolated(planner: Any, marks: Any, clock: Any) -> Any:
    return IsolatedPlanner(plan=planner.plan, store=marks, now=clock)


async def test_a_pool_that_cannot_be_planned_is_marked_and_the_others_are_planned(
    marks: Marks, clock: Clock
) -> None:
    planner = Planner("20")
    one = isolated(planner, marks, clock)

    for pool_id in ("20", "15"):
        await one.plan_pool(pool_id)

    [failure] = marks.failures.values()
    assert planner.asked == ["20", "15"]
    assert (failure.pool_id, failure.version, failure.tries) == ("20", 7, 1)
    # The kind and the place; what an error says may quote a person.
    assert failure.reason.startswith("ValueError test_isolated_planner.py:")


async def test_it_is_tried_again_later_and_later(marks: Marks, clock: Clock) -> None:
    planner = Planner("20")
    one = isolated(planner, marks, clock)
    waits = []

    for _ in range(20):
        asked = len(planner.asked)
        await one.plan_pool("20")
        await one.plan_pool("20")  # too early: left alone
        assert len(planner.asked) == asked + 1
        waits.append(marks.failures["20"].next_try - clock.at)
        clock.at = marks.failures["20"].next_try

    assert waits[:3] == [timedelta(seconds=FIRST_WAIT * n) for n in (1, 2, 4)]
    assert waits[-1] == timedelta(seconds=LONGEST_WAIT)
    assert marks.failures["20"].since == make.NOW


async def test_it_is_tried_at_once_at_a_new_version_and_the_mark_goes_with_success(
    marks: Marks, clock: Clock
) -> None:
    planner = Planner("20")
    one = isolated(planner, marks, clock)
    await one.plan_pool("20")

    planner.broken.clear()
    marks.versions["20"] = 8
    await one.plan_pool("20")

    assert marks.failures == {}


async def test_a_new_process_tries_it_at_once(marks: Marks, clock: Clock) -> None:
    await isolated(Planner("20"), marks, clock).plan_pool("20")

    await isolated(Planner(), marks, clock).plan_pool("20")

    assert marks.failures == {}


async def test_a_clock_set_back_does_not_put_the_next_try_off(marks: Marks, clock: Clock) -> None:
    planner = Planner("20")
    one = isolated(planner, marks, clock)
    await one.plan_pool("20")

    clock.at -= timedelta(days=400)
    await one.plan_pool("20")

    assert len(planner.asked) == 2


async def test_a_database_that_is_away_is_no_fault_of_the_pool(marks: Marks, clock: Clock) -> None:
    with pytest.raises(TryAgain):
        await isolated(Planner("20", error=TryAgain), marks, clock).plan_pool("20")

    assert marks.failures == {}


def raises(*_: Any, **__: Any) -> None:
    raise ValueError("an error of ours")


async def test_a_plan_is_kept_without_its_explanation_rather_than_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = Shelf(pool())
    monkeypatch.setattr(planner_module, "explain", raises)

    await planner_of(store, Answers(gap=False)).plan_pool(PoolId("20"))

    [plan] = store.plans
    assert plan.assignments
    assert plan.why == ()


@pytest.mark.parametrize("step", ["repair_plan", "update_explanations"])
async def test_where_the_change_alone_cannot_be_answered_the_whole_pool_is(
    monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    store = Shelf(pool())
    planner = planner_of(store, Answers())
    await planner.plan_pool(PoolId("20"))
    more = make.snapshot([make.request(), make.request("R-2")], [make.talent()])
    store.snapshots = [type(more)(**{**_fields(more), "version": 8})]
    monkeypatch.setattr(planner_module, step, raises)

    await planner.plan_pool(PoolId("20"))
    await planner.stop()

    assert store.plans[-1].version == 8


async def test_a_last_plan_that_cannot_be_read_does_not_hold_up_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = Shelf(pool())
    await planner_of(store, Answers(gap=False)).plan_pool(PoolId("20"))
    store.snapshots = [pool(8)]

    async def unreadable(_: Any) -> None:
        raise ValueError

    monkeypatch.setattr(store, "problem", unreadable)
    await planner_of(store, Answers(gap=False)).plan_pool(PoolId("20"))

    assert store.plans[-1].version == 8


def _fields(value: Any) -> Any:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}
