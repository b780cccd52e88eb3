"""An upper bound for pools of whole lines: Lagrangian prices of people, exact knapsacks of months.

Lagrangian relaxation of "so many people per line". At any prices the knapsacks' best choices and
the prices of all places on lines sum to a bound; a deflected subgradient looks for the least one.
Prices are whole parts of a point, so that the sums are exact.
"""

from collections.abc import Sequence
from time import monotonic

import numpy as np
import numpy.typing as npt

from matcher.bound.knapsack import fill
from matcher.bound.knapsack_items import Ints, items
from matcher.mip.mip_candidates import Candidate
from matcher.problem import Problem
from models.ids import LineId, TalentId

#: Parts of a point that prices count in.
_PARTS = 1024
#: Part of the last direction that is kept.
_KEPT = 0.6
#: Steps without a better bound before the stride is cut, and to how much of it.
_STALLED, _CUT = 8, 0.75
#: The first stride, as a part of what the best and the second on a line differ by.
_FIRST = 0.5
#: Below this part of a point a stride changes nothing.
_LEAST = 0.01


class KnapsackBound:
    """The least bound so far and its prices. Anytime: ask for more seconds as long as you like."""

    def __init__(self, problem: Problem, offered: Sequence[Candidate]) -> None:
        self._items = items(problem, offered)
        self.points: int | None = None
        self._best, gap = self._first_prices()
        self._at, self._way = self._best.copy(), np.zeros(len(self._best))
        self._stride, self._stalled = _FIRST * gap, 0

    @property
    def done(self) -> bool:
        """Whether more steps would bring nothing."""
        return self._stride < _LEAST

    def improve(self, seconds: float, steps: int = 100_000) -> int:
        """Lower the bound until time, steps or strides run out; the first step is always taken."""
        end = monotonic() + seconds
        self._step()
        for _ in range(steps - 1):
            if self.done or monotonic() >= end:
                break
            self._step()
        assert self.points is not None
        return self.points

    def promising(self, each: int) -> set[tuple[LineId, TalentId]]:
        """So many pairs of each line, those that are cheapest at the prices of the least bound."""
        found = self._items
        value = found.points - self._best[found.line]
        for bag in found.bags:
            value[bag.items] -= _rate(value[bag.items], bag.weights, bag.capacity) * bag.weights
        order = np.lexsort((-value, found.line))
        lines = found.line[order]
        first = np.searchsorted(lines, lines)
        return {found.pairs[at] for at in order[np.arange(len(order)) - first < each]}

    def _first_prices(self) -> tuple[npt.NDArray[np.float64], float]:
        """What the second on each line would earn; how much better the best are, on average."""
        found = self._items
        best = np.zeros(len(found.room))
        second = np.zeros(len(found.room))
        for points, line in zip(found.points, found.line, strict=True):
            if points > best[line]:
                best[line], second[line] = points, best[line]
            elif points > second[line]:
                second[line] = points
        contested = second > 0
        gap = float((best - second)[contested].mean()) if contested.any() else 0.0
        return second, max(1.0, gap)

    def _step(self) -> None:
        found = self._items
        prices = np.rint(self._at * _PARTS).astype(np.int64)
        worth = found.points * _PARTS - prices[found.line]
        total = found.fixed * _PARTS + int((prices * found.room).sum())
        slack = found.room.astype(np.float64)
        for bag in found.bags:
            value, chosen = fill(worth[bag.items], bag.weights, bag.capacity)
            total += value
            np.subtract.at(slack, found.line[bag.items[chosen]], 1.0)
        gained = found.light[worth[found.light] > 0]
        total += int(worth[gained].sum())
        np.subtract.at(slack, found.line[gained], 1.0)
        self._learn(total // _PARTS)
        self._walk(slack)

    def _learn(self, points: int) -> None:
        if self.points is None or points < self.points:
            self.points, self._best, self._stalled = points, self._at.copy(), 0
            return
        self._stalled += 1
        if self._stalled > _STALLED:
            self._stride *= _CUT
            self._stalled = 0
            self._at = self._best.copy()

    def _walk(self, slack: npt.NDArray[np.float64]) -> None:
        self._way = slack + _KEPT * self._way
        length = float(np.abs(self._way).max(initial=0.0))
        if length > 0:
            self._at = np.maximum(0.0, self._at - self._stride * self._way / length)


def _rate(value: npt.NDArray[np.float64], weights: Ints, capacity: int) -> float:
    """Points of the last quarter when a knapsack is filled with what is densest first."""
    density = value / weights
    order = np.argsort(-density)
    full = np.searchsorted(np.cumsum(weights[order]), capacity, side="right")
    return max(0.0, float(density[order[full]])) if full < len(order) else 0.0
