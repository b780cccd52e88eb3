"""eligible: who may serve a line at all."""

from matcher.board import Board
from matcher.eligible import Eligibility

JA = "役割・必要なスキルとレベル・契約期間・除外先・辞退を満たす人だけを割り当てます。"


def eligible(board: Board) -> None:
    """Hard: only who has the role, the skills, a contract and no bar serves a line, in open months.

    The board already leaves closed pairs out; the rule also holds where one was opened by hand.
    A pinned pair is exempt: people agreed on it knowing better.
    """
    eligibility = Eligibility(board.problem)
    for seat in board.seats:
        if seat.pin is not None:
            continue
        if eligibility.losses(seat.line, seat.talent):
            board.model.add_linear_constraint(seat.on <= 0)
        usable = set(eligibility.usable_months(seat.line, seat.talent))
        for month, hours in seat.hours.items():
            if month not in usable:
                board.model.add_linear_constraint(hours <= 0)
