"""A bound by arithmetic alone: loose, but there in a millisecond, whatever a solver does."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from matcher.candidates import Candidate
from matcher.eligible import free
from matcher.pairs import Pairs
from matcher.problem import Problem
from models.entities import Role
from models.ids import LineId
from models.months import Month
from models.pool import FORM_FIT


def ceiling(problem: Problem, offered: Iterable[Candidate]) -> int:
    """Points that no plan exceeds.

    Relaxes who serves whom: in each month all free hours of the offered talents go to the lines
    whose hours are worth most, at the best fit that any candidate has. Set-up costs nothing, every
    first tier is reached while the hours last, and everything people have seen is kept. Producers
    cover all they could, hours above a fair share cost nothing. Pairs have no overhead, and each
    line has the people whose own points are most.
    """
    weights = problem.weights
    best: defaultdict[LineId, int] = defaultdict(int)
    reach: defaultdict[tuple[LineId, Month], int] = defaultdict(int)
    supply: dict[tuple[str, Month], int] = {}
    pairs = set()
    own, points_of = Pairs(problem), defaultdict[LineId, list[int]](list)
    pinned: Counter[LineId] = Counter()
    total = points = 0
    for seat in offered:
        line, talent = seat.line, seat.talent
        pairs.add((line.line_id, talent.talent_id))
        worth = line.value + weights.fit * FORM_FIT[talent.form][line.nature]
        best[line.line_id] = max(best[line.line_id], worth)
        for month, most in seat.most.items():
            reach[line.line_id, month] += most
            supply[talent.talent_id, month] = free(talent, month)
        flat = own.points(line.line_id, talent.talent_id)
        if seat.pin is not None:
            pinned[line.line_id] += 1
            points += flat
        elif flat > 0:
            points_of[line.line_id].append(flat)
    for line in problem.lines:
        most = max(0, line.people - pinned[line.line_id])
        points += sum(sorted(points_of[line.line_id], reverse=True)[:most])
    for month in problem.months:
        left = sum(hours for (_, at), hours in supply.items() if at == month)
        for line in sorted(problem.lines, key=lambda ln: -best[ln.line_id]):
            hours = min(left, line.hours.get(month, 0), reach[line.line_id, month])
            points += best[line.line_id] * hours
            left -= hours
            total += hours
    points += weights.coverage * min(total, _tiers(problem))
    points += weights.producer * _coverable(problem)
    for before in problem.previous:
        if before.pair in pairs:
            points += weights.keep_proposed if before.seen else weights.keep_drafted
            points += weights.keep_hours * before.total if before.seen else 0
    return points


def _coverable(problem: Problem) -> int:
    """Lines that a producer could cover."""
    covered = {line.request_id for line in problem.lines if line.role is Role.PRODUCER}
    others = [line for line in problem.lines if line.role is not Role.PRODUCER]
    return sum(line.request_id in covered for line in others)


def _tiers(problem: Problem) -> int:
    asked: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for line in problem.lines:
        asked[line.municipalities] += line.asked
    return sum(total * problem.weights.coverage_percent // 100 for total in asked.values())
