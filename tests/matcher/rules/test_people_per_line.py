import pytest

from matcher.mip.mip_model import Board
from matcher.rules import people_per_line
from tests.matcher.boards import is_feasible
from tests.matcher.make_problem import JUL, line, problem, talent, works

TWO = [talent("aya"), talent("ben")]


@pytest.mark.parametrize(("people", "allowed"), [(1, False), (2, True)])
def test_so_many_share_a_line_as_it_allows(people, allowed):
    board = Board(problem(TWO, [line(people=people)]))

    people_per_line(board)
    board.fix("R1/1", "aya", {JUL: 8})
    board.fix("R1/1", "ben", {JUL: 8})

    assert is_feasible(board) is allowed


def test_pinned_people_take_the_places_of_others():
    board = Board(problem(TWO, [line(people=1)], pins=[works("R1/1", "aya", 8)]))

    people_per_line(board)

    assert [seat.talent.talent_id for seat in board.seats] == ["aya"]


def test_more_pinned_people_than_allowed_stay_but_nobody_joins_them():
    three = [*TWO, talent("chie")]
    pins = [works("R1/1", "aya", 4), works("R1/1", "ben", 4)]
    board = Board(problem(three, [line(people=1)], pins=pins))

    people_per_line(board)
    board.fix("R1/1", "aya", {JUL: 4})
    board.fix("R1/1", "ben", {JUL: 4})

    assert is_feasible(board)
    assert len(board.seats) == 2
