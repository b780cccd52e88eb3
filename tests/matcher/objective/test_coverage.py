"""coverage: the first tier of hours of a place earns extra."""

import pytest

from matcher.objective import coverage  # type: ignore[attr-defined]
from models.pool_settings import Weights
from tests.matcher.make_problem import line, problem, talent, works
from tests.matcher.objective.forced import LINES, forced
from tests.matcher.solve_mip import most


@pytest.mark.parametrize(("hours", "points"), [(15, 50 * 15), (20, 50 * 20), (24, 50 * 20)])
def test_coverage_earns_up_to_the_first_tier_of_a_place(hours: int, points: int) -> None:
    mip = forced(problem([talent()], LINES), works("R1/1", "aya", 12, hours - 12))

    assert most(mip, coverage(mip)) == points


def test_the_first_tier_is_rounded_down() -> None:
    of = problem([talent()], [line(asks=7)], weights=Weights(coverage_percent=40))
    mip = forced(of, works("R1/1", "aya", 7, 7))

    assert most(mip, coverage(mip)) == 50 * 5
