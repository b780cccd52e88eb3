"""minimum_block: nobody travels for a quarter of an hour."""

from matcher.eligibility.eligibility import least
from matcher.mip.mip_model import Board

JA = "割り当てる月の時間は、最小単位（要請がそれより少ない月はその全部）以上です。"


def minimum_block(board: Board) -> None:
    """Hard: a talent who works on a line in a month gives a block, or all asked where that is less.

    Asked means of the line in that month, others' hours not taken off. A pinned pair is exempt.
    """
    for seat in board.seats:
        if seat.pin is not None:
            continue
        for month, works in seat.strict.items():
            board.model.add_linear_constraint(
                seat.hours[month] >= least(board.problem, seat.line, month) * works,
                name=f"block[{seat.line.line_id},{seat.talent.talent_id},{month}]",
            )
