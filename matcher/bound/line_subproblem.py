"""The subproblem of one line: the best one or two people on it at these prices; never too low.

One person works in whole months (month_cover.py). Where two work, or kept hours earn points, hours
come in stretches (piecewise_linear.py).
"""

from matcher.arrays.arrays import F32, NONE, Arrays, Prices
from matcher.arrays.numba_compiler import inline, inner
from matcher.bound.month_cover import whole_months
from matcher.bound.piecewise_linear import in_stretches, slope
from matcher.bound.workspace import Workspace


@inner
def line_value(
    a: Arrays, prices: Prices, crowd: F32, work: Workspace, line: int
) -> tuple[float, int, int]:
    """The most a started line is worth, and one or two pairs that reach it, or NONE.

    With three seats and more the value is only not too low, and the two are a guess.
    """
    best, one, two = -1e300, NONE, NONE
    seats = a.seats[line + 1] - a.seats[line]
    for pair in range(a.pairs[line], a.pairs[line + 1]):
        _list(a, prices, crowd, work, pair)
        if work.worth[pair] > best:
            if _in_whole_months(a, pair, NONE):
                value = whole_months(a, prices, crowd, work.offers, work.hours[0], pair, best)
            else:
                value = in_stretches(a, prices, crowd, work, pair, NONE)
            if value > best:
                best, one, two = value, pair, NONE
    if seats >= 2:
        best, one, two = _doubles(a, prices, crowd, work, line, best, one)
    if seats >= 3 and a.pairs[line + 1] - a.pairs[line] >= 3:
        best = max(best, _crowd_value(a, prices, crowd, work, line, seats))
    return best, one, two


@inner
def work_out(a: Arrays, prices: Prices, crowd: F32, work: Workspace, one: int, two: int) -> None:
    """Leave the hours of these people on the work, and how far they come for them."""
    line, whole = a.line[one], _in_whole_months(a, one, two)
    if whole:
        whole_months(a, prices, crowd, work.offers, work.hours[0], one, -1e300)
    else:
        in_stretches(a, prices, crowd, work, one, two)
    for who in range(1 if two == NONE else 2):
        pair = one if who == 0 else two
        for month in range(a.begin[line], a.end[line]):
            hours = work.hours[who, month]
            part = 1.0 if whole else hours / max(1, a.most[pair, month])
            work.comes[who, month] = part if hours > 0 else 0.0


@inline
def _in_whole_months(a: Arrays, one: int, two: int) -> bool:
    """Whether months are bought whole: by one person alone, whose hours all earn the same."""
    return bool(two == NONE and a.kept[one] == NONE)


@inner
def _list(a: Arrays, prices: Prices, crowd: F32, work: Workspace, pair: int) -> None:
    """Write down what a pair would do if the line had no minimum."""
    line, row = a.line[pair], a.kept[pair]
    at = pair - a.pairs[line]
    flat = float(a.bonus[pair])
    if row != NONE:
        for month in range(a.begin[line], a.end[line]):
            flat += a.keep_hours * min(a.most[pair, month], a.seen[row, month])
    value = flat
    for month in range(a.begin[line], a.end[line]):
        top = a.most[pair, month]
        steep = slope(a, prices, crowd, pair, month, top) if top > 0 else 0.0
        work.steep[at, month] = steep
        work.upto[at, month] = top
        value += max(0.0, steep) * top
    work.flat[at] = flat
    work.worth[pair] = value


@inner
def _doubles(
    a: Arrays, prices: Prices, crowd: F32, work: Workspace, line: int, best: float, one: int
) -> tuple[float, int, int]:
    """The best two, where they beat the best one; pairs too poor together are not looked at."""
    first, count, two = a.pairs[line], a.pairs[line + 1] - a.pairs[line], NONE
    for at in range(count):
        to = at
        while to > 0 and work.worth[first + work.order[to - 1]] < work.worth[first + at]:
            work.order[to] = work.order[to - 1]
            to -= 1
        work.order[to] = at
    for i in range(count - 1):
        p = work.order[i]
        if work.worth[first + p] + work.worth[first + work.order[i + 1]] <= best:
            break
        for j in range(i + 1, count):
            q = work.order[j]
            if work.worth[first + p] + work.worth[first + q] <= best:
                break
            if _at_most(a, work, line, p, q) <= best:
                continue
            value = in_stretches(a, prices, crowd, work, first + p, first + q)
            if value > best:
                best, one, two = value, first + p, first + q
    return best, one, two


@inline
def _at_most(a: Arrays, work: Workspace, line: int, p: int, q: int) -> float:
    """No less than two are worth together: a month's hours go to the one who earns more first."""
    value = work.flat[p] + work.flat[q]
    for month in range(a.begin[line], a.end[line]):
        x, y = max(0.0, work.steep[p, month]), max(0.0, work.steep[q, month])
        more = work.upto[p, month] if x >= y else work.upto[q, month]
        both = min(float(a.asked[line, month]), work.upto[p, month] + work.upto[q, month])
        value += max(x, y) * more + min(x, y) * (both - more)
    return float(value)


@inner
def _crowd_value(
    a: Arrays, prices: Prices, crowd: F32, work: Workspace, line: int, seats: int
) -> float:
    """What many people on the line are worth at most: two ways to say too much, the lesser one."""
    bonus, gain = -1e300, 0.0
    for pair in range(a.pairs[line], a.pairs[line + 1]):
        bonus = max(bonus, float(a.bonus[pair]))
        gain += max(0.0, float(a.bonus[pair]))
    by_month = max(bonus, gain)
    for month in range(a.begin[line], a.end[line]):
        steepest = 0.0
        for pair in range(a.pairs[line], a.pairs[line + 1]):
            top = a.most[pair, month]
            if top > 0:
                keep = a.keep_hours if a.kept[pair] != NONE else 0
                steepest = max(steepest, slope(a, prices, crowd, pair, month, top) + keep)
        by_month += steepest * a.asked[line, month]
    # `order` is sorted by worth.
    by_person = 0.0
    for at in range(min(seats, a.pairs[line + 1] - a.pairs[line])):
        by_person += max(0.0, work.worth[a.pairs[line] + work.order[at]])
    # Filling up to the minimum only costs.
    return max(by_month, bonus) if by_month < by_person else by_person
