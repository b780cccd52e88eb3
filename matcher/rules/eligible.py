"""eligible: who may serve a line at all."""

from matcher.eligibility.eligibility import Eligibility
from matcher.mip.mip_model import Board

JA = "役割・必要なスキルとレベル・除外先・辞退の条件を満たす人だけを割り当てます。"

_MINE = {"role", "skill", "excluded", "declined", "hours"}


def eligible(board: Board) -> None:
    """Hard: only who has the role and the skills, and is not excluded or barred, serves a line.

    The board already leaves closed pairs out; the rule also holds where one was opened by hand, as
    do contract, training, nature and conflict. A pinned pair is exempt from all of them: people
    agreed on it knowing better.
    """
    eligibility = Eligibility(board.problem)
    for seat in board.seats:
        if seat.pin is not None:
            continue
        if _MINE & set(eligibility.losses(seat.line, seat.talent)):
            board.close(seat)
        usable = eligibility.usable_months(seat.line, seat.talent)
        board.close(seat, (month for month in seat.hours if month not in usable))
