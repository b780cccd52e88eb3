"""served: every quarter of a line earns its value."""

from matcher.objective import served
from tests.matcher.boards import most
from tests.matcher.make_problem import problem, talent, works
from tests.matcher.objective.forced import LINES, forced


def test_served_earns_the_value_of_the_line_for_every_quarter():
    board = forced(problem([talent()], LINES), works("R1/1", "aya", 10, 5))

    assert most(board, served(board)) == 15 * 130
