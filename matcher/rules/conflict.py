"""conflict: nobody serves where their employer sells."""

from matcher.eligibility.eligibility import in_conflict
from matcher.mip.mip_model import Board

JA = "要請先や案件の受注者・応札者に雇用されている人は割り当てません（利益相反）。"


def conflict(board: Board) -> None:
    """Hard: nobody employed by a vendor or bidder concerned serves a line.

    A pinned pair is exempt: people agreed on it knowing better.
    """
    for seat in board.seats:
        if seat.pin is None and in_conflict(seat.line, seat.talent):
            board.close(seat)
