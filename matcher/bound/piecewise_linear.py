"""A concave piecewise-linear problem: the hours of one or two people on a line, filled greedily.

A pair may work any amount up to its most in a month, and what it costs to come at all is spread
over those quarters: that can only raise the value. Then hours have one or two slopes a month, and
filling them from the steepest on is exact.
"""

from matcher.arrays.arrays import F32, NONE, Arrays, Prices
from matcher.arrays.numba_compiler import inline, inner
from matcher.bound.month_cover import worth_of_month
from matcher.bound.workspace import Workspace


@inline
def slope(a: Arrays, prices: Prices, crowd: F32, pair: int, month: int, top: int) -> float:
    """Points of a quarter, prices paid, what coming costs spread over all; kept hours aside."""
    earned, coming = worth_of_month(a, prices, crowd, pair, month)
    return float(earned - coming / top if coming > 0 else earned)


@inner
def in_stretches(
    a: Arrays, prices: Prices, crowd: F32, work: Workspace, one: int, two: int
) -> float:
    """What these people are worth on a started line, with their hours; `two` may be NONE.

    Next to nothing where the minimum is out of reach.
    """
    count, value, total = _gather(a, prices, crowd, work, one, two)
    return _fill(a, work, a.line[one], count, value, total)


@inner
def _gather(
    a: Arrays, prices: Prices, crowd: F32, work: Workspace, p: int, q: int
) -> tuple[int, float, int]:
    """Take every stretch that earns, list those that cost: their count, value, quarters taken."""
    line = a.line[p]
    value = float(a.bonus[p]) + (float(a.bonus[q]) if q != NONE else 0.0)
    count, total = 0, 0
    for month in range(a.begin[line], a.end[line]):
        pieces = _pieces(a, prices, crowd, work, p, month, 0, 0)
        if q != NONE:
            pieces = _pieces(a, prices, crowd, work, q, month, 1, pieces)
        left = float(a.asked[line, month])
        work.hours[0, month] = 0.0
        work.hours[1, month] = 0.0
        for at in range(pieces):
            length = min(left, work.part[at, 1])
            left -= length
            if length <= 0:
                continue
            if work.part[at, 0] > 0:
                value += work.part[at, 0] * length
                total += int(length)
                work.hours[int(work.part[at, 2]), month] += length
                continue
            work.slope[count] = work.part[at, 0]
            work.length[count] = length
            work.owner[count] = int(work.part[at, 2])
            work.month[count] = month
            count += 1
    return count, value, total


@inner
def _pieces(
    a: Arrays,
    prices: Prices,
    crowd: F32,
    work: Workspace,
    pair: int,
    month: int,
    who: int,
    pieces: int,
) -> int:
    """Put the stretches of one person's month among those at work, the steepest first."""
    top = a.most[pair, month]
    if top <= 0:
        return pieces
    steep = slope(a, prices, crowd, pair, month, top)
    seen = min(top, a.seen[a.kept[pair], month]) if a.kept[pair] != NONE else 0
    if seen > 0:
        pieces = _place(work, steep + a.keep_hours, float(seen), who, pieces)
    if top > seen:
        pieces = _place(work, steep, float(top - seen), who, pieces)
    return pieces


@inline
def _place(work: Workspace, steep: float, length: float, who: int, pieces: int) -> int:
    to = pieces
    while to > 0 and work.part[to - 1, 0] < steep:
        for k in range(3):
            work.part[to, k] = work.part[to - 1, k]
        to -= 1
    work.part[to, 0] = steep
    work.part[to, 1] = length
    work.part[to, 2] = float(who)
    return pieces + 1


@inner
def _fill(a: Arrays, work: Workspace, line: int, count: int, value: float, total: int) -> float:
    """Reach the minimum with the stretches that cost least; next to nothing where out of reach."""
    need = float(a.minimum[line] - total)
    while need > 0:
        chosen, steep = NONE, -1e300
        for at in range(count):
            if work.length[at] > 0 and work.slope[at] > steep:
                chosen, steep = at, work.slope[at]
        if chosen == NONE:
            return -1e300
        length = min(need, work.length[chosen])
        value += steep * length
        need -= length
        work.length[chosen] -= length
        work.hours[work.owner[chosen], work.month[chosen]] += length
    return value
