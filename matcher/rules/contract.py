"""contract: nobody works before they are employed, or after."""

from matcher.eligibility.eligibility import in_contract
from matcher.mip.mip_model import Board

JA = "契約期間内の月だけに割り当てます。会計年度任用職員は、更新されるまで年度末（3月）までです。"


def contract(board: Board) -> None:
    """Hard: only in the months of their contract does a talent serve a line.

    A fiscal-year appointment ends in March, until it is renewed (地方公務員法第22条の2第2項). A
    pinned pair is exempt, but has no capacity outside the contract.
    """
    for seat in board.seats:
        if seat.pin is None:
            board.close(seat, (m for m in seat.hours if not in_contract(seat.talent, m)))
