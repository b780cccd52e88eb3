"""exclusive: a posting that fills the whole person."""

from collections.abc import Sequence

from ortools.math_opt.python import mathopt

from matcher.eligibility.eligibility import free
from matcher.mip.mip_model import Board, Seat
from matcher.problem import ProblemTalent
from models.months import Month

JA = "専任の要請枠を担当する月には、その人はほかの枠を担当しません。"


def exclusive(board: Board) -> None:
    """Hard: in a month in which a talent works on an exclusive line, they work on nothing else.

    Pins may stand beside each other; whatever else would join an exclusive pin, and an exclusive
    line that would join a pin, stays away in that month.
    """
    for talent in board.problem.talents:
        for month in board.problem.months:
            _keep_apart(board, talent, month)


def _keep_apart(board: Board, talent: ProblemTalent, month: Month) -> None:
    seats = [seat for seat in board.of_talent(talent) if month in seat.works]
    alone = [seat for seat in seats if seat.line.exclusive]
    if not alone or len(seats) < 2:
        return
    agreed = [s for s in seats if s.pin is not None and s.pin.get(month, 0)]
    if agreed:
        taken = any(seat.line.exclusive for seat in agreed)
        for seat in seats:
            if seat.pin is None and (taken or seat.line.exclusive):
                board.model.add_linear_constraint(seat.works[month] <= 0)
        return
    # Together, which is stronger than one by one: at most one of them is taken.
    filled = mathopt.fast_sum(seat.works[month] for seat in alone)
    name = f"alone[{talent.talent_id},{month}]"
    board.model.add_linear_constraint(filled <= 1, name=name)
    for seat in seats:
        if not seat.line.exclusive:
            board.model.add_linear_constraint(seat.works[month] + filled <= 1, name=name)
    _fill(board, talent, month, alone)


def _fill(board: Board, talent: ProblemTalent, month: Month, alone: Sequence[Seat]) -> None:
    """No hour is left for others: the same again, and much more to the relaxation.

    It stands in the rows of the capacity rule, which comes before.
    """
    row = board.capacity.get((talent.talent_id, month))
    if row is None:
        return
    for seat in alone:
        row.set_coefficient(seat.hours[month], 0)
        row.set_coefficient(seat.strict[month], free(talent, month))
