"""training: nobody is sent to an office without the basics of administration."""

from matcher.eligibility.eligibility import is_trained
from matcher.mip.mip_model import Board

JA = "研修を必要とする設定では、研修を終えた人（または免除を記録した人）だけを割り当てます。"


def training(board: Board) -> None:
    """Hard: where the pool requires it, only who is trained by a month works in it.

    A recorded waiver counts as the training. A pinned pair is exempt.
    """
    for seat in board.seats:
        if seat.pin is None:
            untrained = (m for m in seat.hours if not is_trained(board.problem, seat.talent, m))
            board.close(seat, untrained)
