"""balance: quarters of a talent above a share of all they have cost points."""

import pytest

from matcher.objective import balance  # type: ignore[attr-defined]
from matcher.problem import ProblemTalent
from models.pool_settings import Weights
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works
from tests.matcher.objective.forced import forced
from tests.matcher.solve_mip import most

ASKED = line("R1/1", asks=40)


@pytest.mark.parametrize(("hours", "points"), [((30, 34), 0), ((30, 35), -2), ((40, 40), -32)])
def test_quarters_above_the_share_cost_over_all_months_together(
    hours: tuple[int, ...], points: int
) -> None:
    mip = forced(problem([talent(free=40)], [ASKED]), works("R1/1", "aya", *hours))

    assert most(mip, balance(mip)) == points


def test_one_full_month_costs_nothing_where_another_is_empty() -> None:
    mip = forced(problem([talent(free=40)], [ASKED]), works("R1/1", "aya", 40))

    assert most(mip, balance(mip)) == 0


@pytest.mark.parametrize(
    ("given", "points"),
    [
        ({"balance": 0}, 0),
        ({"balance": 5}, -5 * 13),
        ({"balance_percent": 100}, 0),
        ({"balance_percent": 0}, -2 * 13),
        ({"balance_percent": 99}, -2 * 1),
    ],
)
def test_points_and_share_are_the_pools_and_the_share_is_rounded_down(
    given: dict[str, int], points: int
) -> None:
    weights = Weights.model_validate({"balance_percent": 0} | given)
    of = problem([talent(free={JUL: 13})], [line(asks={JUL: 13})], weights=weights)
    mip = forced(of, works("R1/1", "aya", 13))

    assert most(mip, balance(mip)) == points


def test_each_talent_has_a_share_of_their_own() -> None:
    two = [talent("aya", free=20), talent("ben", free=40)]
    lines = [line("R1/1"), line("R2/1")]
    made = works("R1/1", "aya", 20, 20), works("R2/1", "ben", 20, 20)
    mip = forced(problem(two, lines), *made)

    assert most(mip, balance(mip)) == -2 * 8


@pytest.mark.parametrize(
    ("person", "points"),
    [
        (talent(free=40, overhead=20), -2 * 8),
        (talent(free=40, contract_until=JUL), -2 * 8),
        (talent(free={JUL: 40, AUG: 0}), -2 * 8),
    ],
    ids=["overhead", "contract", "no capacity"],
)
def test_the_share_is_of_what_lines_can_have(person: ProblemTalent, points: int) -> None:
    hours = (20, 20) if person.overhead else (40, 0)
    mip = forced(problem([person], [ASKED]), works("R1/1", "aya", *hours))

    assert most(mip, balance(mip)) == points


def test_the_overhead_of_a_pair_is_no_load() -> None:
    away = [{"line_id": "R1/1", "talent_id": "aya", "overhead": {JUL: 10, AUG: 10}}]
    mip = forced(problem([talent(free=40)], [ASKED], pairs=away), works("R1/1", "aya", 30, 30))

    assert most(mip, balance(mip)) == 0


def test_pinned_hours_are_load() -> None:
    pins = [works("R1/1", "aya", 30, 35)]
    mip = forced(problem([talent(free=40)], [ASKED], pins=pins), *pins)

    assert most(mip, balance(mip)) == -2
