"""A pool searched by halves gets better, validly, and the same from the same seed."""

from itertools import pairwise

import pytest

from matcher.check import terms
from matcher.problem import Assignment, Problem
from matcher.roster.greedy import greedy
from matcher.search.decomposed_search import decomposed_search
from matcher.solving.incumbent import Incumbent
from tests.matcher.loaded import loaded
from tests.matcher.make_problem import line, problem, talent
from tests.matcher.pools import pool
from tests.matcher.some_problems import some_problem

HEAT = 0.15, 0.005


def is_valid(of: Problem, plan: tuple[Assignment, ...]) -> bool:
    return Incumbent(of, 60.0).offer(plan, "test")


@pytest.mark.parametrize("seed", range(20))
def test_the_halves_make_a_valid_plan_that_is_no_worse(seed: int) -> None:
    of = loaded(some_problem(seed, requests=14, talents=9), seed, scale=10)
    start = greedy(of)

    found = decomposed_search(of, start, 60.0, seed, steps=600, heat=HEAT)

    assert is_valid(of, found)
    assert terms(of, found).score >= terms(of, start).score


def test_a_pool_gets_better_and_every_plan_told_is_valid() -> None:
    of = pool(3)
    start = greedy(of)
    told: list[tuple[Assignment, ...]] = []

    found = decomposed_search(
        of,
        start,
        60.0,
        1,
        steps=4000,
        heat=HEAT,
        progress=lambda plan: told.append(plan) is not None,  # type: ignore[func-returns-value]
    )

    assert all(is_valid(of, plan) for plan in told)
    scores = [terms(of, plan).score for plan in told]
    assert all(one <= then for one, then in pairwise(scores))
    assert terms(of, start).score < terms(of, found).score == scores[-1]


def test_the_same_seed_finds_the_same_plan() -> None:
    of, start = pool(4), greedy(pool(4))

    one, other = (decomposed_search(of, start, 60.0, 5, steps=800, heat=HEAT) for _ in range(2))

    assert one == other


def test_it_stops_when_told_to() -> None:
    of, told = pool(4), []

    decomposed_search(
        of,
        greedy(of),
        60.0,
        5,
        steps=800,
        heat=HEAT,
        progress=lambda p: not told.append(p),  # type: ignore[func-returns-value]
    )

    assert len(told) == 1


def test_a_side_without_lines_has_nothing_to_search() -> None:
    """All lines are at one place, so the other side of any cut has none."""
    of = problem([talent("aya"), talent("ben")], [line(f"R{at}/1") for at in range(6)])

    found = decomposed_search(of, (), 60.0, 1, steps=400, heat=HEAT)

    assert is_valid(of, found)
