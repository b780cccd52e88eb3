"""A plan follows a change at once: valid, the untouched as it was, never less than what is kept."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from matcher.check import faults
from matcher.repair.keep_valid import keep_valid
from matcher.repair.problem_diff import ProblemDiff
from matcher.repair.repair_plan import repair_plan
from matcher.repair.touched import touched
from matcher.roster.roster import Roster
from models.months import plus
from tests.known import known
from tests.matcher.make_problem import before, line, problem, talent, works
from tests.matcher.repair.happenings import HAPPENINGS, planned


def after(happening: Any, seed: Any) -> Any:
    old, plan = planned(seed, requests=30)
    new = happening(old, Random(seed))
    found = ProblemDiff(old, new)
    return new, plan, found, repair_plan(found, plan, (*new.pins, *new.previous))


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("happening", HAPPENINGS, ids=lambda each: each.__name__)
def test_the_plan_is_valid_and_of_the_new_problem(happening: Callable[..., Any], seed: int) -> None:
    new, _, _, followed = after(happening, seed)

    assert followed is not None
    assert faults(new, followed.plan) == []


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("happening", HAPPENINGS, ids=lambda each: each.__name__)
def test_who_is_not_touched_keeps_line_and_hours(happening: Callable[..., Any], seed: int) -> None:
    _, plan, found, followed = after(happening, seed)
    what = known(touched(found, plan))
    lost = {a.line_id for a in plan if a.talent_id not in found.new_talents}
    near = {a.line_id for a in plan if a.talent_id in what.talents} | what.lines | lost
    # Engineers whose PM is touched may lose them.
    near |= {a.line_id for a in plan for at in near if a.line_id.split("/")[0] == at.split("/")[0]}

    made = {a.pair: a.hours for a in followed.plan.assignments}

    untouched = [a for a in plan if a.line_id not in near and a.line_id in found.new_lines]
    assert {a.pair: a.hours for a in untouched}.items() <= made.items()
    assert untouched


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("happening", HAPPENINGS, ids=lambda each: each.__name__)
def test_inserting_never_costs_points_against_what_is_kept(
    happening: Callable[..., Any], seed: int
) -> None:
    new, _, _, followed = after(happening, seed)

    kept = Roster(new)
    keep_valid(kept, new.previous, followed.touched.spares)

    assert followed.plan.score >= kept.score


@pytest.mark.parametrize("happening", HAPPENINGS, ids=lambda each: each.__name__)
def test_the_same_change_gives_the_same_plan(happening: Callable[..., Any]) -> None:
    one, other = after(happening, 5)[3], after(happening, 5)[3]

    assert one.plan.assignments == other.plan.assignments


def test_nothing_new_changes_nothing() -> None:
    old, plan = planned(3)

    followed = known(repair_plan(ProblemDiff(old, old), plan, old.previous))

    assert list(followed.plan.assignments) == sorted(plan, key=lambda a: a.pair)
    assert followed.touched.size == 0


def test_hours_that_come_free_go_to_a_line_that_waits_for_them() -> None:
    old = problem(
        [talent(free=20)],
        [line("R1/1"), line("R2/1")],
        previous=[before("R1/1", "aya", 20, 20)],
    )
    new = old.model_copy(update={"lines": old.lines[1:], "previous": ()})

    followed = known(repair_plan(ProblemDiff(old, new), [works("R1/1", "aya", 20, 20)], ()))

    assert followed.plan.assignments == (works("R2/1", "aya", 20, 20),)


def test_who_takes_over_the_pm_line_keeps_its_engineers() -> None:
    engineer = line("R1/2", role="engineer")
    old = problem(
        [talent("aya"), talent("ben"), talent("cho", roles=("engineer",))],
        [line("R1/1"), engineer],
        previous=[before("R1/1", "aya", 20, 20), before("R1/2", "cho", 20, 20)],
    )
    new = old.model_copy(update={"talents": old.talents[1:], "previous": old.previous[1:]})
    plan = [works("R1/1", "aya", 20, 20), works("R1/2", "cho", 20, 20)]

    followed = known(repair_plan(ProblemDiff(old, new), plan, new.previous))

    assert followed.plan.assignments == (
        works("R1/1", "ben", 20, 20),
        works("R1/2", "cho", 20, 20),
    )


def test_a_line_that_asks_for_more_gets_more_of_the_same_person() -> None:
    old = problem([talent()], [line(asks=8)], previous=[before("R1/1", "aya", 8, 8)])
    new = old.model_copy(update={"lines": (line(asks=12),)})

    followed = known(repair_plan(ProblemDiff(old, new), [works("R1/1", "aya", 8, 8)], new.previous))

    assert followed.plan.assignments == (works("R1/1", "aya", 12, 12),)


def test_where_hours_become_scarce_the_dearer_line_keeps_them() -> None:
    old = problem(
        [talent(free=40)],
        [line("R1/1", value=100), line("R2/1", value=170)],
        previous=[before("R1/1", "aya", 20, 20), before("R2/1", "aya", 20, 20)],
    )
    new = old.model_copy(update={"talents": (talent(free=20),)})
    plan = [works("R1/1", "aya", 20, 20), works("R2/1", "aya", 20, 20)]

    followed = known(repair_plan(ProblemDiff(old, new), plan, new.previous))

    assert followed.plan.assignments == (works("R2/1", "aya", 20, 20),)


@pytest.mark.parametrize("what", ["settings", "months", "everybody"])
def test_where_everything_is_touched_the_pool_is_planned_as_a_whole(what: str) -> None:
    old, plan = planned(1)
    if what == "settings":
        new = old.model_copy(update={"block": old.block + 4})
    elif what == "months":
        months = tuple(plus(month, 1) for month in old.months)
        new = old.model_copy(update={"months": months})
    else:
        lines = tuple(ln.model_copy(update={"value": ln.value + 1}) for ln in old.lines)
        new = old.model_copy(update={"lines": lines})

    assert repair_plan(ProblemDiff(old, new), plan, new.previous) is None
