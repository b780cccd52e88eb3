"""Explanations after a change: new where it touches, as they were elsewhere, and complete."""

from random import Random
from typing import Any

import pytest

from matcher.check import faults
from matcher.explain import explain
from matcher.planning.update_explanations import explained, update_explanations
from matcher.repair.problem_diff import ProblemDiff
from matcher.repair.repair_plan import repair_plan
from tests.known import known
from tests.matcher.make_problem import plan as plan_of
from tests.matcher.repair.happenings import HAPPENINGS, planned


def told(seed: Any) -> Any:
    old, made = planned(seed, requests=25)
    last = explain(old, plan_of(old, *made))
    new = HAPPENINGS[seed](old, Random(seed))
    followed = known(repair_plan(ProblemDiff(old, new), made, (*new.pins, *new.previous)))
    return (
        new,
        last,
        followed,
        update_explanations(new, followed.plan, last, followed.touched.lines),
    )


@pytest.mark.parametrize("seed", range(len(HAPPENINGS)))
def test_every_line_that_lacks_hours_and_every_assignment_is_told_of_once(seed: int) -> None:
    new, _, followed, plan = told(seed)

    given = {line.line_id: line.asked for line in new.lines}
    for a in plan.assignments:
        given[a.line_id] -= a.total
    assert {u.line_id: u.hours for u in plan.unmet} == {at: h for at, h in given.items() if h}
    assert len(plan.unmet) == len({u.line_id for u in plan.unmet})
    assert sorted((w.line_id, w.talent_id) for w in plan.why) == [
        a.pair for a in followed.plan.assignments
    ]
    assert faults(new, plan) == []


@pytest.mark.parametrize("seed", range(len(HAPPENINGS)))
def test_what_is_touched_is_told_as_if_all_were_told_anew(seed: int) -> None:
    new, last, followed, plan = told(seed)
    before = {u.line_id: u for u in last.unmet}

    anew = {u.line_id: u for u in explain(new, followed.plan).unmet}

    for row in plan.unmet:
        assert row in (anew[row.line_id], before.get(row.line_id))
        if row.line_id in followed.touched.lines:
            assert row == anew[row.line_id]


def test_what_was_never_told_is_told_now() -> None:
    old, made = planned(3, requests=25)
    plan = plan_of(old, *made)

    assert update_explanations(old, plan, plan, ()) == explain(old, plan)


async def test_explaining_in_pieces_says_the_same() -> None:
    old, made = planned(4, requests=80)
    plan = plan_of(old, *made)

    assert len(old.lines) > 100
    assert await explained(old, plan) == explain(old, plan)


def test_the_first_answer_of_a_large_pool_plans_no_change_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its changes are told with their condition; those that hold without it, once it is quiet."""
    old, made = planned(1, requests=25)
    plan = plan_of(old, *made)
    lines = [line.line_id for line in old.lines]

    small = update_explanations(old, plan, plan, lines)
    monkeypatch.setattr("matcher.planning.update_explanations._SMALL", 0)
    large = update_explanations(old, plan, plan, lines)

    conditions = [
        {change.if_kept for row in said.unmet for change in row.enough} for said in (small, large)
    ]
    assert False in conditions[0]
    assert conditions[1] == {True}
