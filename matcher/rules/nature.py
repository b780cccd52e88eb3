"""nature: employment forms have work they are for."""

from matcher.eligibility.eligibility import may_do
from matcher.mip.mip_model import Board

JA = "雇用形態ごとに従事できる業務の性質（継続・単発・助言）を守ります。"


def nature(board: Board) -> None:
    """Hard: an employment form serves only requests of the natures set for it.

    By default side jobs and outsourcing do one-off projects and advice, the other forms all
    (自治体DX推進計画, 人材プール). A pinned pair is exempt.
    """
    for seat in board.seats:
        if seat.pin is None and not may_do(board.problem, seat.talent, seat.line.nature):
            board.close(seat)
