"""minimum_fraction: a line is served enough to be worth starting, or not at all."""

from collections.abc import Iterable

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import Board, Seat
from matcher.problem import Line

JA = "着手する要請枠には、期間全体で最低割合以上の時間を配分します。"


def minimum_fraction(board: Board) -> None:
    """Hard: a line that is started gets at least its minimum fraction of the hours it asks for.

    Counted over the whole window, all its people together. A line with a pin is exempt.
    """
    for line in board.problem.lines:
        seats = board.of_line(line)
        if not seats or board.pinned(line):
            continue
        if line.people == 1:
            # Person by person says the same as the sum, and much more to the relaxation.
            for seat in seats:
                board.model.add_linear_constraint(
                    mathopt.fast_sum(seat.hours.values()) >= line.minimum * seat.on,
                    name=f"minimum[{line.line_id},{seat.talent.talent_id}]",
                )
                _visit(board, line, seat)
        else:
            board.model.add_linear_constraint(
                mathopt.fast_sum(h for seat in seats for h in seat.hours.values())
                >= line.minimum * board.started(line),
                name=f"minimum[{line.line_id}]",
            )


def _visit(board: Board, line: Line, seat: Seat) -> None:
    """So few hours in a month take so many months: the same again, and more to the relaxation."""
    if len(seat.hours) > 1 and len(seat.strict) == len(seat.hours):
        few = _fewest((hours.upper_bound for hours in seat.hours.values()), line.minimum)
        board.model.add_linear_constraint(
            mathopt.fast_sum(seat.strict.values()) >= few * seat.on,
            name=f"visits[{line.line_id},{seat.talent.talent_id}]",
        )


def _fewest(most: Iterable[float], minimum: int) -> int:
    """In how many months, with so many hours at most in each, the minimum can be reached."""
    months, given = 0, 0.0
    for hours in sorted(most, reverse=True):
        if given >= minimum:
            break
        months, given = months + 1, given + hours
    return months
