"""training: where the pool requires it, placements begin with the training or a waiver."""

import pytest

from matcher.mip.mip_model import Board
from matcher.rules import training
from tests.matcher.boards import is_feasible, open_to_all
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works


@pytest.mark.parametrize(
    ("required", "trained_from", "month", "allowed"),
    [
        (True, None, AUG, False),
        (True, AUG, JUL, False),
        (True, AUG, AUG, True),
        (True, "2026-01", JUL, True),
        (False, None, JUL, True),
        (False, AUG, JUL, True),
    ],
)
def test_who_is_not_trained_by_a_month_does_not_work_in_it(required, trained_from, month, allowed):
    person = talent(trained_from=trained_from)
    board = open_to_all(problem([person], [line()], training_required=required))

    training(board)
    board.fix("R1/1", "aya", {month: 20})

    assert is_feasible(board) is allowed


def test_only_who_is_not_trained_stays_away():
    two = [talent("aya"), talent("ben", trained_from=JUL)]
    board = open_to_all(problem(two, [line(people=2)], training_required=True))

    training(board)
    board.fix("R1/1", "ben", {JUL: 20})

    assert is_feasible(board)


def test_a_pinned_pair_is_exempt():
    of = problem([talent()], [line()], training_required=True, pins=[works("R1/1", "aya", 8)])
    board = Board(of)

    training(board)
    board.fix("R1/1", "aya", {JUL: 8})

    assert is_feasible(board)
