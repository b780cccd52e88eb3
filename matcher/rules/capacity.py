"""capacity: nobody works more than they have."""

from ortools.math_opt.python import mathopt

from matcher.board import Board
from matcher.eligible import free

JA = (
    "一人の月ごとの合計時間は、移動などの時間も含めて、"
    "稼働可能時間から共通業務の時間を除いた範囲に収めます。"
)


def capacity(board: Board) -> None:
    """Hard: in no month does a talent work more hours than their capacity less their overhead.

    A pair may have overhead of its own, such as travel: it uses capacity in each month in which the
    talent works on the line. Pinned hours use capacity like any others, and must fit.
    """
    for talent in board.problem.talents:
        for month in board.problem.months:
            seats = [seat for seat in board.of_talent(talent) if month in seat.hours]
            if seats:
                hours = [seat.hours[month] for seat in seats]
                lost = [s.overhead[month] * s.works[month] for s in seats if s.overhead.get(month)]
                board.model.add_linear_constraint(
                    mathopt.fast_sum([*hours, *lost]) <= free(talent, month),
                    name=f"capacity[{talent.talent_id},{month}]",
                )
