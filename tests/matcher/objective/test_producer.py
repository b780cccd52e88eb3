"""producer: PM and engineer lines earn where a producer of the same request works too."""

from typing import Any

import pytest

from matcher.objective import producer  # type: ignore[attr-defined]
from matcher.problem import Assignment
from models.pool_settings import Weights
from tests.matcher.make_problem import line, problem, talent, works
from tests.matcher.objective.forced import forced
from tests.matcher.solve_mip import most

LINES = [
    line("R1/1", role="producer"),
    line("R1/2", role="pm"),
    line("R1/3", role="engineer", people=2),
    line("R2/1", role="pm"),
]
ANYTHING = ("producer", "pm", "engineer")
PEOPLE = [talent("aya", roles=ANYTHING, free=90), talent("ben", roles=ANYTHING)]
#: Who works where, in an order in which every prefix is a plan.
PRODUCER, PM = works("R1/1", "aya", 20), works("R1/2", "aya", 20)
ENGINEER, SECOND, ELSEWHERE = (
    works("R1/3", "aya", 8),
    works("R1/3", "ben", 12),
    works("R2/1", "ben", 20),
)


@pytest.mark.parametrize(
    ("made", "lines"),
    [
        ((), 0),
        ((PRODUCER,), 0),
        ((PM,), 0),
        ((PM, ENGINEER), 0),
        ((PRODUCER, PM), 1),
        ((PRODUCER, PM, ENGINEER), 2),
        ((PRODUCER, PM, ENGINEER, SECOND), 2),
        ((PRODUCER, ELSEWHERE), 0),
        ((PRODUCER, PM, ELSEWHERE), 1),
    ],
)
def test_each_started_line_beside_a_started_producer_line_earns_once(made: Any, lines: int) -> None:
    mip = forced(problem(PEOPLE, LINES), *made)

    assert most(mip, producer(mip)) == 200 * lines


def test_one_of_two_producer_lines_is_enough_and_both_are_not_more() -> None:
    lines = [line("R1/1", role="producer"), line("R1/2", role="producer"), line("R1/3", role="pm")]
    of = problem(PEOPLE, lines)
    pm, first, second = (works(f"R1/{n}", "aya", 20) for n in (3, 1, 2))

    assert [
        most(mip, producer(mip))
        for mip in (forced(of, pm, first), forced(of, pm, second), forced(of, pm, first, second))
    ] == [200, 200, 200]


@pytest.mark.parametrize("weight", [0, 7])
def test_the_points_are_the_pools(weight: int) -> None:
    of = problem(PEOPLE, LINES, weights=Weights(producer=weight))
    mip = forced(of, PRODUCER, PM)

    assert most(mip, producer(mip)) == weight


@pytest.mark.parametrize("pinned", [[PRODUCER], [PM], [PRODUCER, PM]])
def test_pinned_work_starts_a_line_like_any_other(pinned: list[Assignment]) -> None:
    mip = forced(problem(PEOPLE, LINES, pins=pinned), PRODUCER, PM)

    assert most(mip, producer(mip)) == 200
