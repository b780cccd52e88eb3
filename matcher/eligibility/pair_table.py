"""Overhead and points that a problem gives to single pairs, looked up by line and talent."""

from matcher.problem import Hours, Problem
from models.ids import LineId, TalentId


class PairTable:
    """The overhead and the points of every pair; nothing where the problem names no pair."""

    def __init__(self, problem: Problem) -> None:
        self._overhead = {
            (pair.line_id, pair.talent_id): pair.overhead for pair in problem.pairs if pair.overhead
        }
        self._points = {
            (pair.line_id, pair.talent_id): pair.points for pair in problem.pairs if pair.points
        }

    def overhead(self, line_id: LineId, talent_id: TalentId) -> Hours:
        """Quarters of the talent that a month of work on the line uses up besides the hours."""
        return self._overhead.get((line_id, talent_id), {})

    def points(self, line_id: LineId, talent_id: TalentId) -> int:
        """Points of the assignment as such."""
        return self._points.get((line_id, talent_id), 0)
