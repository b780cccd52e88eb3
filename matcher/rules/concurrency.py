"""concurrency: nobody is spread over too many municipalities."""

from collections import defaultdict

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import Board, Expression, Seat
from matcher.problem import ProblemTalent
from models.months import Month

JA = "一人が同じ月に支援する市区町村の数は、上限までです（共同の要請は一か所と数えます）。"


def concurrency(board: Board) -> None:
    """Hard: in no month does a talent serve more municipalities than they may at once.

    The municipalities of a joint request are one place together. Places where the talent is pinned
    in the month count; where they alone are more than allowed, no other place joins them.
    """
    for talent in board.problem.talents:
        for month in board.problem.months:
            _limit(board, talent, month)


def _limit(board: Board, talent: ProblemTalent, month: Month) -> None:
    at: defaultdict[tuple[str, ...], list[Seat]] = defaultdict(list)
    for seat in board.of_talent(talent):
        if month in seat.works:
            at[seat.line.municipalities].append(seat)
    fixed = {place for place, seats in at.items() if any(s.pin is not None for s in seats)}
    room = max(0, talent.municipalities_at_once - len(fixed))
    others = [seats for place, seats in at.items() if place not in fixed]
    if len(others) <= room:
        return
    visits: list[Expression] = []
    # An exclusive line leaves no place to others: room for all is what it takes.
    visits += [room * s.works[month] for seats in others for s in seats if s.line.exclusive]
    for shared in others:
        seats = [seat for seat in shared if not seat.line.exclusive]
        if not seats:
            continue
        if len(seats) == 1:
            visits.append(seats[0].works[month])
            continue
        visit = board.model.add_variable(lb=0, ub=1, name=f"visit[{talent.talent_id},{month}]")
        for seat in seats:
            board.model.add_linear_constraint(seat.works[month] <= visit)
        visits.append(visit)
    board.model.add_linear_constraint(
        mathopt.fast_sum(visits) <= room, name=f"places[{talent.talent_id},{month}]"
    )
