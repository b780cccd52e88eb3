"""Ejection: a talent gives up hours above a minimum, so that another line can start."""

from typing import Any

from matcher.arrays.encode import encode
from matcher.problem import Problem
from matcher.search.chains import Chain
from tests.matcher.make_problem import UEDA, line, problem, talent, works


def begun(of: Problem, *start: Any) -> dict[str, int]:
    """Quarters of each line once what could be inserted has been."""
    chain = Chain(encode(of), 1)
    chain.begin(start)
    return {a.line_id: a.total for a in chain.best}


def two_lines(minimum: int) -> Problem:
    """One talent, whose hours the first line takes whole; the second is worth more."""
    lines = [
        line("R1/1", asks=40, minimum_percent=minimum),
        line("R2/1", asks=20, minimum_percent=100, municipalities=(UEDA,), value=300),
    ]
    return problem([talent("aya", free=40)], lines)


def test_hours_above_a_minimum_make_room_for_a_line_that_cannot_start() -> None:
    hours = begun(two_lines(minimum=50), works("R1/1", "aya", 40, 40))

    assert hours["R2/1"] == 40
    assert 40 <= hours["R1/1"] <= 80


def test_no_line_falls_below_its_minimum_for_another() -> None:
    hours = begun(two_lines(minimum=100), works("R1/1", "aya", 40, 40))

    assert hours == {"R1/1": 80}
