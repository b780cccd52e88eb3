"""One line with everything scarce priced: who should serve it, and how much. Never too low.

One person works in whole months (months.py). Where two work, or kept hours earn points, a pair may
work any amount up to its most in a month, and what it costs to come at all is spread over those
quarters: that can only raise the value. Then hours have one or two slopes a month, and filling them
from the steepest on is exact.
"""

from typing import NamedTuple

import numpy as np

from matcher.compiled.arrays import F32, F64, I32, NONE, Arrays, Prices
from matcher.compiled.compiler import inline, inner
from matcher.compiled.months import Offers, new_offers, whole_months

#: Slopes of two people in one month, at most.
_SLOPES = 4


class Desk(NamedTuple):
    """Where one line is worked out."""

    worth: F64  #: [pair] no less than the value of the pair if the line had no minimum
    steep: F64  #: [pair of a line, month] points of a quarter
    upto: F64  #: [pair of a line, month] quarters
    flat: F64  #: [pair of a line] points besides, no less than true
    slope: F64  #: points a quarter, of stretches that cost something
    length: F64  #: quarters of those
    owner: I32  #: 0 or 1: the first or the second of two
    month: I32
    hours: F64  #: [0 or 1, month] the answer
    comes: F64  #: [0 or 1, month] how far they come: the part of what that costs
    order: I32  #: [pair of a line]
    part: F64  #: [slope, what] one month at work: slope, length, owner
    offers: Offers


def new_desk(arrays: Arrays) -> Desk:
    """Room for any line."""
    months = arrays.toll.shape[1]
    most = int(np.diff(arrays.pairs).max(initial=0))
    many = _SLOPES * months
    return Desk(
        np.zeros(len(arrays.line)),
        np.zeros((most, months)),
        np.zeros((most, months)),
        np.zeros(most),
        np.zeros(many),
        np.zeros(many),
        np.zeros(many, np.int32),
        np.zeros(many, np.int32),
        np.zeros((2, months)),
        np.zeros((2, months)),
        np.zeros(most, np.int32),
        np.zeros((_SLOPES, 3)),
        new_offers(months),
    )


@inline
def slope(a: Arrays, prices: Prices, crowd: F32, pair: int, month: int, top: int) -> float:
    """Points of a quarter, prices paid, kept hours aside."""
    talent = a.talent[pair]
    hour = prices.hour[talent, month]
    coming = hour * a.toll[pair, month] + prices.visit[talent, month] * crowd[pair, month]
    earned = a.rate[pair] + prices.tier[a.place[a.line[pair]]] - prices.load[talent] - hour
    return float(earned - coming / top if coming > 0 else earned)


@inner
def line_value(
    a: Arrays, prices: Prices, crowd: F32, desk: Desk, line: int
) -> tuple[float, int, int]:
    """The most a started line is worth, and one or two pairs that reach it, or NONE.

    With three seats and more the value is only not too low, and the two are a guess.
    """
    best, one, two = -1e300, NONE, NONE
    seats = a.seats[line + 1] - a.seats[line]
    for pair in range(a.pairs[line], a.pairs[line + 1]):
        _list(a, prices, crowd, desk, pair)
        if desk.worth[pair] > best:
            if a.kept[pair] == NONE:
                value = whole_months(a, prices, crowd, desk.offers, desk.hours[0], pair, best)
            else:
                count, value, total = _gather(a, prices, crowd, desk, pair, NONE)
                value = _fill(a, desk, line, count, value, total)
            if value > best:
                best, one, two = value, pair, NONE
    if seats >= 2:
        best, one, two = _doubles(a, prices, crowd, desk, line, best, one)
    if seats >= 3 and a.pairs[line + 1] - a.pairs[line] >= 3:
        best = max(best, _crowd_value(a, prices, crowd, desk, line, seats))
    return best, one, two


@inner
def _list(a: Arrays, prices: Prices, crowd: F32, desk: Desk, pair: int) -> None:
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
        desk.steep[at, month] = steep
        desk.upto[at, month] = top
        value += max(0.0, steep) * top
    desk.flat[at] = flat
    desk.worth[pair] = value


@inner
def _doubles(
    a: Arrays, prices: Prices, crowd: F32, desk: Desk, line: int, best: float, one: int
) -> tuple[float, int, int]:
    """The best two, where they beat the best one; pairs too poor together are not looked at."""
    first, count, two = a.pairs[line], a.pairs[line + 1] - a.pairs[line], NONE
    for at in range(count):
        to = at
        while to > 0 and desk.worth[first + desk.order[to - 1]] < desk.worth[first + at]:
            desk.order[to] = desk.order[to - 1]
            to -= 1
        desk.order[to] = at
    for i in range(count - 1):
        p = desk.order[i]
        if desk.worth[first + p] + desk.worth[first + desk.order[i + 1]] <= best:
            break
        for j in range(i + 1, count):
            q = desk.order[j]
            if desk.worth[first + p] + desk.worth[first + q] <= best:
                break
            if _at_most(a, desk, line, p, q) <= best:
                continue
            pieces, value, total = _gather(a, prices, crowd, desk, first + p, first + q)
            value = _fill(a, desk, line, pieces, value, total)
            if value > best:
                best, one, two = value, first + p, first + q
    return best, one, two


@inline
def _at_most(a: Arrays, desk: Desk, line: int, p: int, q: int) -> float:
    """No less than two are worth together: a month's hours go to the one who earns more first."""
    value = desk.flat[p] + desk.flat[q]
    for month in range(a.begin[line], a.end[line]):
        x, y = max(0.0, desk.steep[p, month]), max(0.0, desk.steep[q, month])
        more = desk.upto[p, month] if x >= y else desk.upto[q, month]
        both = min(float(a.asked[line, month]), desk.upto[p, month] + desk.upto[q, month])
        value += max(x, y) * more + min(x, y) * (both - more)
    return float(value)


@inner
def _crowd_value(a: Arrays, prices: Prices, crowd: F32, desk: Desk, line: int, seats: int) -> float:
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
        by_person += max(0.0, desk.worth[a.pairs[line] + desk.order[at]])
    # Filling up to the minimum only costs.
    return max(by_month, bonus) if by_month < by_person else by_person


@inner
def _gather(
    a: Arrays, prices: Prices, crowd: F32, desk: Desk, p: int, q: int
) -> tuple[int, float, int]:
    """Take every stretch that earns, list those that cost: their count, value, quarters taken."""
    line = a.line[p]
    value = float(a.bonus[p]) + (float(a.bonus[q]) if q != NONE else 0.0)
    count, total = 0, 0
    for month in range(a.begin[line], a.end[line]):
        pieces = _pieces(a, prices, crowd, desk, p, month, 0, 0)
        if q != NONE:
            pieces = _pieces(a, prices, crowd, desk, q, month, 1, pieces)
        left = float(a.asked[line, month])
        desk.hours[0, month] = 0.0
        desk.hours[1, month] = 0.0
        for at in range(pieces):
            length = min(left, desk.part[at, 1])
            left -= length
            if length <= 0:
                continue
            if desk.part[at, 0] > 0:
                value += desk.part[at, 0] * length
                total += int(length)
                desk.hours[int(desk.part[at, 2]), month] += length
                continue
            desk.slope[count] = desk.part[at, 0]
            desk.length[count] = length
            desk.owner[count] = int(desk.part[at, 2])
            desk.month[count] = month
            count += 1
    return count, value, total


@inner
def _pieces(
    a: Arrays, prices: Prices, crowd: F32, desk: Desk, pair: int, month: int, who: int, pieces: int
) -> int:
    """Put the stretches of one person's month among those at work, the steepest first."""
    top = a.most[pair, month]
    if top <= 0:
        return pieces
    steep = slope(a, prices, crowd, pair, month, top)
    seen = min(top, a.seen[a.kept[pair], month]) if a.kept[pair] != NONE else 0
    if seen > 0:
        pieces = _place(desk, steep + a.keep_hours, float(seen), who, pieces)
    if top > seen:
        pieces = _place(desk, steep, float(top - seen), who, pieces)
    return pieces


@inline
def _place(desk: Desk, steep: float, length: float, who: int, pieces: int) -> int:
    to = pieces
    while to > 0 and desk.part[to - 1, 0] < steep:
        for k in range(3):
            desk.part[to, k] = desk.part[to - 1, k]
        to -= 1
    desk.part[to, 0] = steep
    desk.part[to, 1] = length
    desk.part[to, 2] = float(who)
    return pieces + 1


@inner
def _fill(a: Arrays, desk: Desk, line: int, count: int, value: float, total: int) -> float:
    """Reach the minimum with the stretches that cost least; next to nothing where out of reach."""
    need = float(a.minimum[line] - total)
    while need > 0:
        chosen, steep = NONE, -1e300
        for at in range(count):
            if desk.length[at] > 0 and desk.slope[at] > steep:
                chosen, steep = at, desk.slope[at]
        if chosen == NONE:
            return -1e300
        length = min(need, desk.length[chosen])
        value += steep * length
        need -= length
        desk.length[chosen] -= length
        desk.hours[desk.owner[chosen], desk.month[chosen]] += length
    return value


@inner
def work_out(a: Arrays, prices: Prices, crowd: F32, desk: Desk, one: int, two: int) -> None:
    """Leave the hours of these people on the desk, and how far they come for them."""
    line = a.line[one]
    if two == NONE and a.kept[one] == NONE:
        whole_months(a, prices, crowd, desk.offers, desk.hours[0], one, -1e300)
        for month in range(a.begin[line], a.end[line]):
            desk.comes[0, month] = 1.0 if desk.hours[0, month] > 0 else 0.0
        return
    count, value, total = _gather(a, prices, crowd, desk, one, two)
    _fill(a, desk, line, count, value, total)
    for who in range(2):
        pair = one if who == 0 else two
        if pair == NONE:
            break
        for month in range(a.begin[line], a.end[line]):
            hours = desk.hours[who, month]
            desk.comes[who, month] = hours / a.most[pair, month] if hours > 0 else 0.0
