"""served: the hours municipalities get, weighed by need and urgency."""

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import Board, Expression

JA = "配分した時間に、必要度と緊急度の点を掛けて合計します。"


def served(board: Board) -> Expression:
    """Soft: every quarter served earns the value of its line."""
    return mathopt.fast_sum(
        seat.line.value * hours for seat in board.seats for hours in seat.hours.values()
    )
