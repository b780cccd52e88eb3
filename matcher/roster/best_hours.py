"""Exact hours of one talent on a line, by dynamic programming over months, at any weights.

`single` fills all hours it can, which is best while every quarter is worth something. Where a
quarter above the talent's fair share costs more than it earns, fewer hours may add more points.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.roster.indexed_problem import IndexedPair
from matcher.roster.insertion import Insertion
from matcher.roster.roster import Roster
from matcher.roster.single_insertion import single

Ints = NDArray[np.int64]
#: Quarters kept by a total that no choice of months gives.
_NEVER = np.int64(-(2**60))


def best_hours(roster: Roster, line: int, pair: IndexedPair) -> Insertion | None:
    """As `single`, with the hours that add most points; of equals the most hours."""
    full = single(roster, line, pair)
    if full is None or roster.numbered.problem.weights.balance <= pair.rate:
        return full
    if not roster.over_cost(pair.talent, full.quarters):
        return full
    ((_, most),) = full.shares
    months = [_Month(at, least, most[at], pair.kept) for at, least in pair.months if most[at]]
    kept = [np.array([0, *[_NEVER] * full.quarters])]
    for month in months:
        kept.append(month.after(kept[-1]))
    need = roster.need_of(line)
    totals = [t for t in range(need, full.quarters + 1) if kept[-1][t] >= 0]
    total = max(totals, key=lambda t: (_points(roster, line, pair, t, int(kept[-1][t])), t))
    hours = _hours(months, kept, total, len(most))
    points = pair.bonus + roster.start_points(line) + pair.kept_points(hours)
    points += _points(roster, line, pair, total, 0)
    return Insertion(line, ((pair.talent, hours),), points, total)


class _Month:
    """A month in which the talent gives nothing, or from `least` to `most` quarters."""

    def __init__(self, at: int, least: int, most: int, kept: Sequence[int]) -> None:
        self.at, self._least, self._most = at, least, most
        self._kept = kept[at] if kept else 0

    def after(self, before: Ints) -> Ints:
        """The most quarters kept by each total, with this month added to those before."""
        best, size = before.copy(), np.arange(len(before))
        rises, bends = min(self._most, self._kept), max(self._least, self._kept)
        if self._least <= rises:
            inside = _highest(before - size, self._least, rises) + size
            np.maximum(best, inside, out=best)
        if bends <= self._most:
            above = _highest(before, bends, self._most) + self._kept
            np.maximum(best, above, out=best)
        best[best < 0] = _NEVER
        return best

    def given(self, before: Ints, after: Ints, total: int) -> int:
        """The quarters of this month in the best choice of so many."""
        if before[total] == after[total]:
            return 0
        hours = np.arange(self._least, min(self._most, total) + 1)
        found = before[total - hours] + np.minimum(hours, self._kept) == after[total]
        return int(hours[np.flatnonzero(found)[0]])


def _highest(row: Ints, least: int, most: int) -> Ints:
    """For each place the highest of those from `most` to `least` before it."""
    best = np.full_like(row, _NEVER)
    if least < len(row):
        best[least:] = row[: len(row) - least]
    reach, wanted = 1, most - least + 1
    while reach < wanted:
        step = min(reach, wanted - reach)
        if step < len(row):
            best[step:] = np.maximum(best[step:], best[:-step])
        reach += step
    return best


def _points(roster: Roster, line: int, pair: IndexedPair, total: int, kept: int) -> int:
    """What a total is worth, but for what does not depend on it."""
    points = pair.rate * total + roster.tier_points(line, total) + pair.keep_rate * kept
    return points - roster.over_cost(pair.talent, total)


def _hours(
    months: Sequence[_Month], kept: Sequence[Ints], total: int, size: int
) -> tuple[int, ...]:
    """The hours of the best choice, month by month."""
    row = [0] * size
    for at in range(len(months) - 1, -1, -1):
        given = months[at].given(kept[at], kept[at + 1], total)
        row[months[at].at], total = given, total - given
    return tuple(row)
