"""A min-knapsack cover by branch and bound: the months of one person on one line.

Coming costs something however short the work, so months short of the minimum are bought whole: a
small knapsack that has to be covered. All of its months but one are full; cheap ones are tried
first, and what cannot beat the best is left out. Blocks are left aside, which only raises the
value.
"""

from typing import NamedTuple

import numpy as np

from matcher.arrays.arrays import F32, F64, I32, NONE, Arrays, Prices
from matcher.arrays.numba_compiler import compiled, inline, inner

#: Choices looked at; after so many the cost of parts of months is taken, which is never too high.
_LOOKS = 400


class Offers(NamedTuple):
    """Months that cost something, the cheapest quarters first."""

    fixed: F64  #: points for coming at all
    unit: F64  #: points a quarter besides
    size: F64  #: quarters
    each: F64  #: points a quarter of the full month
    month: I32
    taken: I32  #: 1: in the choice looked at


def new_offers(months: int) -> Offers:
    """Buffers for one line."""
    fixed, unit, size, each = np.zeros((4, months))
    month, taken = np.zeros((2, months), np.int32)
    return Offers(fixed, unit, size, each, month, taken)


@inline
def worth_of_month(
    a: Arrays, prices: Prices, crowd: F32, pair: int, month: int
) -> tuple[float, float]:
    """Points of a quarter, and what coming costs; an exclusive line takes the month whole."""
    line, talent = a.line[pair], a.talent[pair]
    hour = prices.hour[talent, month]
    earned = a.rate[pair] + prices.tier[a.place[line]] - prices.load[talent]
    coming = hour * a.overhead[pair, month] + prices.visit[talent, month] * crowd[pair, month]
    if a.exclusive[line]:
        return float(earned), float(coming + hour * a.most[pair, month])
    return float(earned - hour), float(coming)


@compiled
def whole_months(
    a: Arrays, prices: Prices, crowd: F32, offers: Offers, hours: F64, pair: int, beat: float
) -> float:
    """What the pair is worth on a started line that nobody else works on; fills its `hours`.

    Next to nothing where the minimum is out of reach, or it would not `beat` that many points.
    """
    line = a.line[pair]
    value, total, count, reach = float(a.bonus[pair]), 0.0, 0, 0.0
    for month in range(a.begin[line], a.end[line]):
        hours[month] = 0.0
        top = float(a.most[pair, month])
        if top <= 0:
            continue
        reach += top
        earned, coming = worth_of_month(a, prices, crowd, pair, month)
        full = earned * top - coming
        if full > 0:
            value += full
            total += top
            hours[month] = top
        else:
            _offer(offers, count, month, top, coming - max(0.0, earned) * top, max(0.0, -earned))
            count += 1
    need = float(a.minimum[line]) - total
    if reach < a.minimum[line]:
        return -1e300
    if need <= 0:
        return value
    least = _parts(offers, 0, count, need)
    if value - least <= beat:
        return -1e300
    return float(value - _cover(offers, count, need, least, hours))


@inline
def _offer(offers: Offers, count: int, month: int, size: float, fixed: float, unit: float) -> None:
    """Put a month among those offered."""
    each, to = fixed / size + unit, count
    while to > 0 and offers.each[to - 1] > each:
        offers.each[to], offers.size[to] = offers.each[to - 1], offers.size[to - 1]
        offers.fixed[to], offers.unit[to] = offers.fixed[to - 1], offers.unit[to - 1]
        offers.month[to] = offers.month[to - 1]
        to -= 1
    offers.each[to], offers.size[to], offers.month[to] = each, size, month
    offers.fixed[to], offers.unit[to] = fixed, unit


@inline
def _parts(offers: Offers, first: int, count: int, need: float) -> float:
    """The least that so many quarters cost if parts of months cost as much of coming."""
    if need <= 0:
        return 0.0
    cost = 0.0
    for at in range(first, count):
        length = min(need, offers.size[at])
        cost += length * offers.each[at]
        need -= length
        if need <= 0:
            return float(cost)
    return 1e300


@inline
def _rest(offers: Offers, at: int, count: int, need: float) -> float:
    """No more than full months from here on cost, and a part of one of those or of one left."""
    cost = _parts(offers, at, count, need)
    for j in range(at):
        if offers.taken[j] == 0:
            rest = _parts(offers, at, count, need - offers.size[j])
            cost = min(cost, float(offers.fixed[j] + rest))
    return cost


@inner
def _cover(offers: Offers, count: int, need: float, least: float, hours: F64) -> float:
    """The least that months with so many quarters cost; adds them to `hours`."""
    best, chosen, last, rest = 1e300, 0, NONE, 0.0
    cost, at, looks, bits = 0.0, 0, 0, 0
    while True:
        looks += 1
        if looks > _LOOKS:
            break
        if cost + _rest(offers, at, count, need) < best - 1e-9:
            for j in range(count):
                if offers.size[j] >= need and (j >= at or offers.taken[j] == 0):
                    told = cost + offers.fixed[j] + offers.unit[j] * need
                    if told < best:
                        best, chosen, last, rest = told, bits, j, need
            if at < count:
                full = offers.size[at] < need
                offers.taken[at] = 1 if full else 0
                if full:
                    need -= offers.size[at]
                    cost += offers.size[at] * offers.each[at]
                    bits |= 1 << at
                at += 1
                continue
        at -= 1
        while at >= 0 and offers.taken[at] == 0:
            at -= 1
        if at < 0:
            break
        offers.taken[at] = 0
        need += offers.size[at]
        cost -= offers.size[at] * offers.each[at]
        bits &= ~(1 << at)
        at += 1
    for j in range(count):
        if chosen >> j & 1:
            hours[offers.month[j]] = offers.size[j]
        elif j == last:
            # Where a quarter earns something, whoever comes stays for all of them.
            hours[offers.month[j]] = rest if offers.unit[j] > 0 else offers.size[j]
    return float(best if looks <= _LOOKS else least)
