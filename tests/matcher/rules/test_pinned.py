from matcher.mip.mip_model import Board
from matcher.rules import pinned
from tests.matcher.boards import is_feasible
from tests.matcher.make_problem import AUG, JUL, line, problem, talent, works


def test_a_pinned_assignment_has_exactly_its_hours():
    board = Board(problem([talent()], [line()], pins=[works("R1/1", "aya", 8, 3)]))

    pinned(board)

    assert is_feasible(board)
    [seat] = board.seats
    bounds = {m: (h.lower_bound, h.upper_bound) for m, h in seat.hours.items()}
    assert bounds == {JUL: (8, 8), AUG: (3, 3)}
    assert seat.on.lower_bound == 1


def test_a_pin_of_no_hours_keeps_the_pair_apart():
    nothing = works("R1/1", "aya", 1).model_copy(update={"hours": {JUL: 0}})
    board = Board(problem([talent()], [line()], pins=[nothing]))

    pinned(board)

    assert is_feasible(board)
    assert board.seats == []
