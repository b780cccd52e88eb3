"""Trust that does not rest on the solver: a sample in every test run, all of it by `make verify`.

`TALENTPOOL_FIRST=100000` begins the seeds there: another day, other problems.
"""

import os
from typing import Any

import pytest

from tests.verify.spoiled import SPOILS
from tests.verify.trials import Tally, cores, tried

FIRST = int(os.environ.get("TALENTPOOL_FIRST", "0"))
KINDS = [f"spoiled:{name}" for name in SPOILS]

#: Seeds on which the rules and terms that seldom decide do: concurrency, exclusive, producer, load.
TELLING = (53, 60, 128, 134, 135, 149, 161, 200, 234)


def without_trouble(tally: Tally) -> Tally:
    """Says what was tried; fails where anything was found."""
    print(f"\n{tally}", flush=True)
    assert tally.troubles == {}, str(tally)
    return tally


@pytest.mark.parametrize("seeds", [range(seed, seed + 1) for seed in TELLING])
def test_every_plan_of_a_telling_problem_is_tried(seeds: range) -> None:
    without_trouble(tried("every_plan", seeds))


def test_every_plan_of_a_few_problems_is_tried() -> None:
    tally = without_trouble(tried("every_plan", range(120)))

    assert tally.seen["optimal"] > 80
    assert tally.seen["infeasible"]


def test_another_solver_agrees_on_a_few_larger_problems() -> None:
    without_trouble(tried("second_opinion", range(6)))


@pytest.mark.parametrize("kind", KINDS)
def test_a_few_spoiled_plans_are_refused(kind: str) -> None:
    without_trouble(tried(kind, range(8)))


def test_a_trouble_is_told_with_the_command_that_repeats_it() -> None:
    tally = Tally("every_plan", range(5), troubles={3: "AssertionError: greedy"})

    assert "python -m tests.verify every_plan 3" in str(tally)
    assert "1 troubles" in str(tally)


@pytest.mark.verify
@pytest.mark.timeout(3600)
def test_every_plan_of_ten_thousand_problems_is_tried() -> None:
    tally = without_trouble(tried("every_plan", range(FIRST, FIRST + 10_000), processes=cores()))

    assert tally.seen["optimal"] + tally.seen["infeasible"] == 10_000


@pytest.mark.verify
@pytest.mark.timeout(3600)
def test_another_solver_agrees_on_five_hundred_larger_problems() -> None:
    tally = without_trouble(tried("second_opinion", range(FIRST, FIRST + 560), processes=cores()))

    assert tally.seen["both proved"] >= 500


@pytest.mark.verify
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", KINDS)
def test_a_thousand_spoiled_plans_of_each_kind_are_refused(kind: Any) -> None:
    tally = without_trouble(tried(kind, range(FIRST, FIRST + 1_000)))

    assert tally.seen["refused"] == 1_000
