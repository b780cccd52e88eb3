"""What the rows that change no plan are for: the relaxation comes down to the best plan."""

from matcher.board import Board
from matcher.problem import Problem
from matcher.solving.optimise import assemble, optimise, relax
from tests.matcher.make_problem import JUL, UEDA, before, line, problem, talent


def relaxed(of: Problem) -> int:
    bound, _ = relax(assemble(of), 10)
    assert bound is not None
    return bound


def two_places(minimum: int, **more: object) -> Problem:
    """One talent, at one place a month; two lines at two places, both in both months."""
    lines = [
        line("R1/1", minimum_percent=minimum),
        line("R2/1", minimum_percent=minimum, municipalities=(UEDA,)),
    ]
    return problem([talent(municipalities_at_once=1, free=60)], lines, **more)


def test_a_minimum_that_takes_two_months_takes_them_from_others() -> None:
    # 21 of 40 hours, 20 in a month: whoever keeps one line has no month left for the other.
    of = two_places(53, previous=[before("R1/1", "aya", 20, 20), before("R2/1", "aya", 20, 20)])

    assert relaxed(of) == optimise(assemble(of), 10).bound


def test_half_a_started_line_reaches_half_of_the_first_tier() -> None:
    of = two_places(100, weights={"coverage": 1_000, "setup": 0})

    assert relaxed(of) == optimise(assemble(of), 10).bound


def test_who_has_one_month_on_a_line_needs_no_second_yes_or_no() -> None:
    board = Board(problem([talent()], [line(asks={JUL: 20})]))

    (seat,) = board.seats
    assert list(seat.strict.values()) == [seat.on]
