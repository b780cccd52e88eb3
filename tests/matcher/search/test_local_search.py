"""Local search: hours of one talent go where they earn most, and who works where stays."""

from typing import Any

from matcher.arrays.encode import encode
from matcher.problem import Problem
from matcher.search.chains import Chain
from tests.matcher.make_problem import UEDA, line, problem, talent, works


def begun(of: Problem, *start: Any) -> dict[str, int]:
    chain = Chain(encode(of), 1)
    chain.begin(start)
    return {a.line_id: a.total for a in chain.best}


def test_free_hours_go_to_the_best_line_first() -> None:
    lines = [line("R1/1", asks=40), line("R2/1", asks=40, municipalities=(UEDA,), value=300)]
    of = problem([talent("aya", free=60)], lines)

    hours = begun(of, works("R1/1", "aya", 20, 20), works("R2/1", "aya", 20, 20))

    assert hours == {"R1/1": 40, "R2/1": 80}


def test_hours_move_to_the_line_that_earns_more_and_leave_the_other_its_minimum() -> None:
    lines = [
        line("R1/1", asks=40, minimum_percent=50),
        line("R2/1", asks=40, minimum_percent=50, municipalities=(UEDA,), value=300),
    ]
    of = problem([talent("aya", free=60)], lines)

    hours = begun(of, works("R1/1", "aya", 40, 40), works("R2/1", "aya", 20, 20))

    assert hours == {"R1/1": 40, "R2/1": 80}


def test_hours_that_nobody_else_asks_for_stay() -> None:
    of = problem([talent("aya", free=40)], [line("R1/1", asks=40)])

    assert begun(of, works("R1/1", "aya", 40, 40)) == {"R1/1": 80}
