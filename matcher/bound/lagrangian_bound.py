"""An upper bound by Lagrangian relaxation, bettered by a deflected subgradient.

Lagrangian relaxation: hours of talents, places a month, first tiers and PM lines are not forbidden
to run out, but cost. At any prices the lines' best answers sum to a bound; a deflected subgradient
with Polyak's step looks for the prices at which it is least.
"""

from time import monotonic

import numpy as np

from matcher.arrays.arrays import F32, F64, NONE, Arrays, Prices
from matcher.bound.pair_subset import dearest, evenly, filled, part
from matcher.bound.subproblems import (
    Slack,
    new_crowds,
    new_slack,
    relax,
    share_out,
    visits_left,
    whole,
)
from matcher.bound.workspace import new_workspace

#: Part of the last direction that is kept.
_KEPT = 0.7
#: Steps without a better bound before the stride is cut, and to how much of it.
_STALLED, _CUT = 30, 0.75
#: Below this stride nothing more comes.
_LEAST = 5e-4
#: The first stride from prices that are nearly right, and from those that a part has found.
_AGAIN, _NEAR = 0.5, 0.3
#: How often a part of the pairs is widened.
_ROUNDS = 4
#: A bound must fall by this part to count as better.
_BETTER = 2e-5
#: How far the bound is hoped to fall at most: plans of a first minute are poorer than that.
_HOPED = 0.06
#: How far a price of each kind moves against a price of hours: visits, tiers, leads, load, cover.
_SCALE = (1.0, 4_000.0, 0.02, 60_000.0, 0.02, 10_000.0)
#: Steps between two looks at who pays for a visit, and what those who never work pay there.
_LOOK, _LITTLE = 10, 0.0005


class LagrangianBound:
    """The least bound so far, and its prices. Anytime: ask for more seconds as long as you like."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays = filled(arrays)
        self.points: float = np.inf
        self.iterations = 0
        lines = len(arrays.place)
        #: hour, visit, tier, lead, load, cover
        self._best: list[F64] = [
            np.zeros(arrays.free.shape),
            np.zeros(arrays.free.shape),
            np.full(arrays.tier.shape, arrays.coverage / 2.0),
            np.zeros(lines),
            np.full(arrays.at_once.shape, arrays.balance / 2.0),
            np.full(lines, arrays.producer / 2.0),
        ]
        self._at = [price.copy() for price in self._best]
        self._way = [np.zeros_like(price) for price in self._best]
        self._most = [np.inf, np.inf, float(arrays.coverage), np.inf]
        self._most += [float(arrays.balance), float(arrays.producer)]
        self._stride, self._stalled = 1.0, 0
        self._crowds, self._visits = new_crowds(arrays), visits_left(arrays)
        self._desk, self._slack = new_workspace(arrays), new_slack(arrays)

    @property
    def whole(self) -> int:
        """Points that no plan exceeds."""
        return whole(self.points)

    @property
    def prices(self) -> Prices:
        """The prices of the least bound."""
        return _prices([price.copy() for price in self._best])

    @property
    def done(self) -> bool:
        """Whether more steps would bring nothing."""
        return self._stride < _LEAST

    def improve(self, score: int, seconds: float, steps: int = 1_000_000) -> int:
        """Lower the bound, given the score of some plan, until time or strides run out.

        The first step is always taken, so there is a bound.
        """
        end = monotonic() + seconds
        for _ in range(steps):
            if self.iterations and (self.done or monotonic() >= end):
                break
            self._step(score)
        return self.whole

    def roughly(self, some: int, score: int, seconds: float, steps: int = 1_000_000) -> None:
        """Look for prices among so many pairs of each line, then among those dear to it as well.

        The first are taken evenly; at the prices found, each line adds those that are worth most.
        With `steps` each look is over after so many.
        """
        end, at = monotonic() + seconds, evenly(self.arrays, some)
        for left in range(_ROUNDS, 0, -1):
            rough = LagrangianBound(part(self.arrays, at))
            rough._start(self._best, self._crowds.usual[at])
            # Prices once found are near: long strides would only lead away again.
            rough._stride = 1.0 if left == _ROUNDS else _AGAIN
            rough.improve(score, (end - monotonic()) / left, steps)
            self._start(rough._best, self._crowds.usual)
            self._crowds.usual[at] = rough._crowds.usual
            share_out(self.arrays, self._crowds, _LITTLE * rough.iterations**2 / 2)
            self._step(score)
            at = np.union1d(at, dearest(self.arrays, self._desk.worth, some))
        self._stride = _NEAR

    def _start(self, prices: list[F64], usual: F32) -> None:
        """Begin with these prices."""
        self._best = [price.copy() for price in prices]
        self._at = [price.copy() for price in prices]
        self._crowds.usual[:] = usual

    def _step(self, score: int) -> None:
        self.iterations += 1
        points = relax(
            self.arrays,
            _prices(self._at),
            self._at[3],
            self._at[5],
            self._crowds,
            float(self.iterations),
            self._visits,
            self._desk,
            self._slack,
        )
        if points < self.points:
            if points < self.points - _BETTER * abs(self.points) or not np.isfinite(self.points):
                self._stalled = 0
            self.points = points
            self._best = [price.copy() for price in self._at]
        else:
            self._stalled += 1
            if self._stalled > _STALLED:
                self._stride *= _CUT
                self._stalled = 0
                self._at = [price.copy() for price in self._best]
        if self.iterations % _LOOK == 0:
            # Later steps weigh more, and still less and less changes.
            share_out(self.arrays, self._crowds, _LITTLE * self.iterations**2 / 2)
        aim = max(score, self.points - _HOPED * abs(self.points))
        self._walk(max(1.0, points - min(points, aim)))

    def _walk(self, gap: float) -> None:
        steps, norm = [], 0.0
        for kind, slack in enumerate(self._wrong(self._slack)):
            self._way[kind] = slack + _KEPT * self._way[kind]
            step = self._way[kind].copy()
            step[(self._at[kind] <= 0) & (step > 0)] = 0
            step[(self._at[kind] >= self._most[kind]) & (step < 0)] = 0
            steps.append(step)
            norm += _SCALE[kind] * float((step**2).sum())
        length = self._stride * gap / max(norm, 1e-9)
        for kind, step in enumerate(steps):
            moved = self._at[kind] - _SCALE[kind] * length * step
            self._at[kind] = np.clip(moved, 0.0, self._most[kind])

    def _wrong(self, slack: Slack) -> tuple[F64, ...]:
        """The subgradient: what is over or lacking of each kind."""
        arrays = self.arrays
        worth = arrays.coverage - self._at[2] > 1e-9
        tier: F64 = slack.tier - np.where(worth, arrays.tier, 0)
        lead = np.where(arrays.needs == NONE, 0.0, slack.lead)
        return slack.hour, slack.visit, tier, lead, slack.load, slack.cover


def _prices(of: list[F64]) -> Prices:
    return Prices(of[0], of[1], of[2], of[4])
