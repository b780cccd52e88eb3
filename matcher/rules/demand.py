"""demand: nobody gives more than was asked."""

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import Board

JA = "要請枠の月ごとの時間は、要請された時間を超えません。"


def demand(board: Board) -> None:
    """Hard: in no month does a line get more hours than it asks for.

    Pinned hours count, and must fit.
    """
    for line in board.problem.lines:
        seats = board.of_line(line)
        if line.people == 1 and not board.pinned(line):
            # One person at most comes, and the board offers no more than is asked: no row needed.
            for seat in seats:
                for month, hours in seat.hours.items():
                    if hours.upper_bound > line.hours.get(month, 0):
                        board.model.add_linear_constraint(hours <= line.hours.get(month, 0))
            continue
        for month in board.problem.months:
            given = [seat.hours[month] for seat in seats if month in seat.hours]
            if given:
                # Tied to the start of the line: the same on whole lines, more to the relaxation.
                board.model.add_linear_constraint(
                    mathopt.fast_sum(given) <= line.hours.get(month, 0) * board.started(line),
                    name=f"demand[{line.line_id},{month}]",
                )
