"""capacity: nobody works more than they have."""

from ortools.math_opt.python import mathopt

from matcher.eligibility.eligibility import free
from matcher.mip.mip_model import Board

JA = "一人の月ごとの合計時間は、稼働可能時間から共通業務の時間を除いた範囲に収めます。"


def capacity(board: Board) -> None:
    """Hard: in no month does a talent work more hours than their capacity less their overhead.

    Pinned hours use capacity like any others, and must fit.
    """
    for talent in board.problem.talents:
        for month in board.problem.months:
            seats = [seat for seat in board.of_talent(talent) if month in seat.hours]
            if seats:
                board.capacity[talent.talent_id, month] = board.model.add_linear_constraint(
                    mathopt.fast_sum(seat.hours[month] for seat in seats) <= free(talent, month),
                    name=f"capacity[{talent.talent_id},{month}]",
                )
