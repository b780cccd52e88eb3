"""A part of a plan, planned anew on its own, fits into the whole and gains there as much."""

from collections.abc import Sequence
from functools import cache
from random import Random

import pytest

from matcher.check import faults, terms
from matcher.mip.mip_candidates import candidates
from matcher.problem import Assignment, Problem
from matcher.repair.problem_diff import ProblemDiff
from matcher.repair.related_lines import RelatedLines, related_lines
from matcher.repair.repair_plan import RepairedPlan, repair_plan
from matcher.repair.restricted_problem import RestrictedProblem, part, part_around
from matcher.roster.roster import Roster
from matcher.solving.mip_solver import assemble, optimise
from tests.known import known
from tests.matcher.make_problem import UEDA, line, problem, talent, works
from tests.matcher.make_problem import plan as plan_of
from tests.matcher.repair.happenings import HAPPENINGS, planned


@cache
def a_scarce_pool(
    seed: int, requests: int = 150, talents: int = 36
) -> tuple[Problem, tuple[Assignment, ...]]:
    return planned(seed, requests=requests, talents=talents)


def around_a_change(
    seed: int, most: int = 4, **size: int
) -> tuple[Problem, RepairedPlan, RestrictedProblem]:
    old, plan = a_scarce_pool(seed % 2, **size)
    new = HAPPENINGS[seed % len(HAPPENINGS)](old, Random(seed))
    followed = known(repair_plan(ProblemDiff(old, new), plan, (*new.pins, *new.previous)))
    roster = Roster(new, [a for a in followed.plan.assignments if a not in new.pins])
    return new, followed, part(roster, related_lines(roster, followed.touched, most))


def best(near: RestrictedProblem) -> Sequence[Assignment]:
    """The best plan of a part, proved: no matter how busy the machine is."""
    answer = optimise(assemble(near.problem), 60.0, near.start)
    assert answer.proved
    return known(answer.assignments)


@pytest.mark.parametrize("seed", range(16))
def test_the_part_as_it_stands_is_valid_and_put_back_the_whole(seed: int) -> None:
    _, followed, near = around_a_change(seed)

    assert type(near.problem).model_validate(near.problem.model_dump())
    assert faults(near.problem, plan_of(near.problem, *near.start)) == []
    whole = sorted(near.put_back(near.start), key=lambda a: a.pair)
    assert whole == list(followed.plan.assignments)


@pytest.mark.parametrize("seed", range(8))
def test_what_the_part_gains_the_whole_gains(seed: int) -> None:
    new, followed, near = around_a_change(seed)

    found = best(near)
    whole = near.put_back(found)

    assert faults(new, plan_of(new, *whole)) == []
    gained = terms(near.problem, found).score - terms(near.problem, near.start).score
    assert gained >= 0
    assert terms(new, whole).score - followed.plan.score == gained


@pytest.mark.parametrize("seed", range(16))
def test_nobody_can_join_a_line_that_is_held(seed: int) -> None:
    _, _, near = around_a_change(seed)

    offered = {c.line.line_id for c in candidates(near.problem) if c.pin is None}

    assert offered <= near.free


def test_a_place_left_on_a_line_that_is_held_stays_empty() -> None:
    of = problem(
        [talent("aya"), talent("ben")],
        [line("R1/1"), line("R2/1", asks=30, people=2, municipalities=(UEDA,))],
    )
    roster = Roster(of, [works("R2/1", "aya", 20, 20)])

    near = part(roster, RelatedLines(lines={0}, hands={0, 1}))

    assert near.free == {"R1/1"}
    assert {c.line.line_id for c in candidates(near.problem) if c.pin is None} == {"R1/1"}


@pytest.mark.parametrize("seed", range(16))
def test_who_is_carried_by_a_line_that_may_lose_its_people_is_free_too(seed: int) -> None:
    _, _, near = around_a_change(seed)

    served = {a.line_id for a in near.start} & near.free
    requests = {line.request_id for line in near.problem.lines if line.line_id in served}

    whole = {line.line_id for line in near.problem.lines if line.request_id in requests}
    assert whole <= near.free


@pytest.mark.parametrize("seed", range(8))
def test_only_free_lines_change(seed: int) -> None:
    _, followed, near = around_a_change(seed)
    held = {a.pair: a.hours for a in followed.plan.assignments if a.line_id not in near.free}

    found = best(near)

    made = {a.pair: a.hours for a in found if a.line_id not in near.free}
    assert made.items() <= held.items()
    assert {a.line_id for a in near.rest}.isdisjoint(near.free)


def test_the_part_is_much_smaller_than_the_pool() -> None:
    new, _, near = around_a_change(0, requests=240, talents=60)

    assert len(near.free) < len(new.lines) / 3


def test_a_small_pool_is_looked_at_as_a_whole() -> None:
    new, followed, _ = around_a_change(2, requests=60, talents=24)

    near = part_around(new, followed.plan, followed.touched)

    assert near.is_whole
    assert near.problem is new
