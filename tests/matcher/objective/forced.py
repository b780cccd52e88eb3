"""A board on which the plan is forced: what is the term worth then?"""

from matcher.mip.mip_model import Board
from tests.matcher.make_problem import MATSUMOTO, UEDA, line

LINES = [line("R1/1", asks=20, value=130), line("R2/1", asks=10, municipalities=(MATSUMOTO, UEDA))]


def forced(of, *assignments):
    board = Board(of)
    made = {a.pair: a.hours for a in assignments}
    assert made.keys() <= {(seat.line.line_id, seat.talent.talent_id) for seat in board.seats}
    for seat in board.seats:
        pair = seat.line.line_id, seat.talent.talent_id
        board.fix(*pair, made.get(pair, {}))
    return board
