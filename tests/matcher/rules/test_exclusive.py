import pytest

from matcher.mip.mip_model import Board
from matcher.rules import exclusive
from tests.matcher.boards import is_feasible
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works

LINES = [line("R1/1", exclusive=True), line("R2/1"), line("R3/1", exclusive=True)]
AYA = talent(municipalities_at_once=4)


def both(first: str, second: str, *, pins=(), then=JUL) -> Board:
    """A board on which aya works on two lines, in the same month unless told."""
    board = Board(problem([AYA], LINES, pins=pins))
    exclusive(board)
    board.fix(first, "aya", {JUL: 8})
    board.fix(second, "aya", {then: 8})
    return board


@pytest.mark.parametrize("other", ["R2/1", "R3/1"])
def test_nothing_stands_beside_an_exclusive_line(other):
    assert not is_feasible(both("R1/1", other))


@pytest.mark.parametrize("other", ["R2/1", "R3/1"])
def test_other_months_are_free(other):
    assert is_feasible(both("R1/1", other, then=AUG))


def test_others_may_work_on_other_lines():
    board = Board(problem([AYA, talent("ben")], LINES))

    exclusive(board)
    board.fix("R1/1", "aya", {JUL: 8})
    board.fix("R2/1", "ben", {JUL: 8})

    assert is_feasible(board)


def test_lines_that_are_not_exclusive_stand_beside_each_other():
    board = Board(problem([AYA], [line("R1/1"), line("R2/1")]))

    exclusive(board)
    board.fix("R1/1", "aya", {JUL: 8})
    board.fix("R2/1", "aya", {JUL: 8})

    assert is_feasible(board)


@pytest.mark.parametrize("pinned", ["R1/1", "R2/1"])
def test_a_pin_counts_for_who_would_join(pinned):
    assert not is_feasible(both("R1/1", "R2/1", pins=[works(pinned, "aya", 8)]))


def test_pins_stand_beside_each_other_but_nobody_joins():
    pins = [works("R1/1", "aya", 8), works("R2/1", "aya", 8)]
    board = both("R1/1", "R2/1", pins=pins)

    assert is_feasible(board)
    board.fix("R3/1", "aya", {JUL: 8})
    assert not is_feasible(board)


def test_a_loose_month_of_an_exclusive_line_is_no_half_month():
    board = Board(problem([AYA], LINES), strict=())

    exclusive(board)
    board.fix("R1/1", "aya", {JUL: 1})
    board.fix("R2/1", "aya", {JUL: 1})

    assert not is_feasible(board)
