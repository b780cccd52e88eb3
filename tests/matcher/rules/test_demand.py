import pytest

from matcher.mip.mip_model import Board
from matcher.rules import demand
from tests.matcher.boards import is_feasible, open_to_all
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works

TWO = [talent("aya"), talent("ben")]


def test_two_people_may_share_all_that_is_asked():
    board = Board(problem(TWO, [line(asks=20, people=2)]))

    demand(board)
    board.fix("R1/1", "aya", {JUL: 8})
    board.fix("R1/1", "ben", {JUL: 12})

    assert is_feasible(board)


def test_two_people_may_not_give_more_than_is_asked():
    board = Board(problem(TWO, [line(asks=20, people=2)]))

    demand(board)
    board.fix("R1/1", "aya", {JUL: 9})
    board.fix("R1/1", "ben", {JUL: 12})

    assert not is_feasible(board)


@pytest.mark.parametrize(("hours", "allowed"), [(20, True), (21, False)])
def test_one_person_may_not_give_more_than_is_asked(hours, allowed):
    board = open_to_all(problem([talent()], [line(asks={JUL: 20})]))

    demand(board)
    board.fix("R1/1", "aya", {JUL: hours})

    assert is_feasible(board) is allowed


def test_a_month_not_asked_for_is_not_served():
    board = open_to_all(problem([talent()], [line(asks={JUL: 20})]))

    demand(board)
    board.fix("R1/1", "aya", {AUG: 4})

    assert not is_feasible(board)


def test_pinned_hours_beyond_what_is_asked_are_a_contradiction():
    board = Board(problem([talent()], [line(asks=20)], pins=[works("R1/1", "aya", 21)]))

    demand(board)
    board.fix("R1/1", "aya", {JUL: 21})

    assert not is_feasible(board)
