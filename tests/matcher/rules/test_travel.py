import pytest

from matcher.mip.mip_model import Board
from matcher.rules import capacity, travel
from tests.matcher.boards import is_feasible
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works

TWO_LINES = [line("R1/1"), line("R2/1")]
AWAY = [{"line_id": "R1/1", "talent_id": "aya", "overhead": {JUL: 15}}]


@pytest.mark.parametrize("strict", [None, ()], ids=["strict", "loose"])
@pytest.mark.parametrize(("beside", "allowed"), [(20, True), (21, False)])
def test_a_month_of_work_costs_the_overhead_of_the_pair_however_short(strict, beside, allowed):
    lines = [line("R1/1"), line("R2/1", asks=40)]
    board = Board(problem([talent(free=40)], lines, pairs=AWAY), strict=strict)

    capacity(board)
    travel(board)
    board.fix("R1/1", "aya", {JUL: 5})
    board.fix("R2/1", "aya", {JUL: beside})

    assert is_feasible(board) is allowed


def test_a_month_without_work_costs_no_overhead():
    board = Board(problem([talent(free=20)], TWO_LINES, pairs=AWAY))

    capacity(board)
    travel(board)
    board.fix("R1/1", "aya", {AUG: 20})
    board.fix("R2/1", "aya", {JUL: 20})

    assert is_feasible(board)


def test_pinned_work_costs_its_overhead_too():
    pins = [works("R1/1", "aya", 5)]
    board = Board(problem([talent(free=40)], TWO_LINES, pins=pins, pairs=AWAY))

    capacity(board)
    travel(board)
    board.fix("R1/1", "aya", {JUL: 5})
    board.fix("R2/1", "aya", {JUL: 20})

    assert is_feasible(board)
    board.fix("R2/1", "aya", {JUL: 21})
    assert not is_feasible(board)
