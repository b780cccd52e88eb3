"""Annealing chains, each with a seed of its own; what they return is for others to check."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import monotonic

import numpy as np

from matcher.arrays.arrays import Prices, no_prices
from matcher.arrays.encode import Encoding
from matcher.problem import Assignment
from matcher.search.anneal import SearchParams, anneal, construct, keep_best
from matcher.search.rng import new_rng
from matcher.search.ruin_recreate import new_step
from matcher.search.state import fresh
from matcher.search.warm_start import put_back

#: First and last temperature, as parts of what one served line is worth.
_HEAT = 0.15, 0.005
#: Seconds between two looks at the clock.
_SLICE = 0.05

#: Parts of a search, after each of which the best plan is told.
_ROUNDS = 8


class Chain:
    """One annealing chain: a state of its own, chance of its own."""

    def __init__(
        self,
        encoding: Encoding,
        seed: int,
        prices: Prices | None = None,
        params: SearchParams | None = None,
        heat: tuple[float, float] = _HEAT,
    ) -> None:
        self.encoding = encoding
        self.prices = prices or no_prices(encoding.arrays)
        self.state = fresh(encoding.arrays)
        self.params = params or SearchParams()
        self.heat = heat
        self.steps = 0
        self._rng = new_rng(seed)
        self._step = new_step(encoding.arrays)

    @property
    def best_score(self) -> int:
        """Points of the best plan so far."""
        return int(self.state.best_score[0])

    @property
    def best(self) -> tuple[Assignment, ...]:
        """The best plan so far, pins included."""
        return self.encoding.assignments(self.state.best_seat, self.state.best_hours)

    @property
    def current(self) -> tuple[Assignment, ...]:
        """The plan the chain has got to, pins included."""
        return self.encoding.assignments(self.state.seat, self.state.hours[self.state.seat])

    def begin(self, start: Sequence[Assignment] = ()) -> None:
        """Start from what is still valid of a plan, then insert what can be inserted."""
        pairs, hours = self.encoding.rows(start)
        put_back(self.encoding.arrays, self.state, self.prices, self._step, self._rng, pairs, hours)
        if self.state.score[0] >= self.state.best_score[0]:
            keep_best(self.encoding.arrays, self.state)
        construct(self.encoding.arrays, self.state, self.prices, self._step, self._rng)

    def walk(self, steps: int, done: float, until: float) -> None:
        """So many steps, while the search as a whole goes from one part done to another."""
        scale, (hot, cold) = self._scale(), self.heat
        anneal(
            self.encoding.arrays,
            self.state,
            self.prices,
            self._step,
            self._rng,
            self.params,
            steps,
            scale * hot * (cold / hot) ** done,
            scale * hot * (cold / hot) ** until,
        )
        self.steps += steps

    def _scale(self) -> float:
        """What one served line is worth on average."""
        lines = int(np.count_nonzero(self.state.people))
        return max(1.0, abs(float(self.state.best_score[0])) / max(1, lines))


def run(chain: Chain, seconds: float, steps: int | None = None, slices: int = 64) -> None:
    """Cool down once over so many seconds; or over so many steps, then the same on every run."""
    cool(chain, 0.0, 1.0, seconds, steps, slices)


def cool(
    chain: Chain, done: float, until: float, seconds: float, steps: int | None, slices: int
) -> None:
    """The part of the cooling from `done` to `until`."""
    if steps is not None:
        for at in range(slices):
            part = steps * (at + 1) // slices - steps * at // slices
            width = (until - done) / slices
            chain.walk(part, done + at * width, done + (at + 1) * width)
        return
    began = now = monotonic()
    count = 64
    while now - began < seconds:
        reached = done + (until - done) * (now - began) / seconds
        before = now
        chain.walk(count, reached, min(until, reached + (until - done) * _SLICE / seconds))
        now = monotonic()
        left = seconds - (now - began)
        count = max(8, int(count / max(1e-6, now - before) * min(_SLICE, max(0.002, left))))


def search(
    encoding: Encoding,
    start: Sequence[Assignment],
    seconds: float,
    seed: int,
    *,
    steps: int | None = None,
    chains: int = 2,
    prices: Prices | None = None,
    params: SearchParams | None = None,
    heat: tuple[float, float] = _HEAT,
    progress: Callable[[tuple[Assignment, ...]], bool] | None = None,
) -> tuple[Assignment, ...]:
    """The best plan of some chains side by side, from a valid start; with `steps` each, repeatable.

    Pins are part of the plan. `progress` hears of better plans and says whether to stop.
    """
    end = monotonic() + seconds
    walkers = [Chain(encoding, seed * chains + at, prices, params, heat) for at in range(chains)]
    told = -1
    with ThreadPoolExecutor(chains) as threads:
        list(threads.map(lambda walker: walker.begin(start), walkers))
        for at in range(_ROUNDS):
            best = max(walkers, key=lambda walker: walker.best_score)
            if progress is not None and best.best_score > told:
                told = best.best_score
                if progress(best.best):
                    break
            left = max(0.0, end - monotonic()) / (_ROUNDS - at)
            if steps is None and left <= 0:
                break
            part = None if steps is None else steps // _ROUNDS
            turn = partial(
                cool,
                done=at / _ROUNDS,
                until=(at + 1) / _ROUNDS,
                seconds=left,
                steps=part,
                slices=8,
            )
            list(threads.map(turn, walkers))
    return max(walkers, key=lambda walker: walker.best_score).best
