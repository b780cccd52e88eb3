"""Search by decomposition (as POPMUSIC, Taillard and Voß 2002): half the pool for each core, cut
elsewhere each time.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import monotonic

from matcher.arrays.arrays import Prices
from matcher.arrays.encode import encode
from matcher.check import terms
from matcher.problem import Assignment, Problem
from matcher.search.anneal import SearchParams
from matcher.search.chains import Chain, cool
from matcher.search.decomposition import cut, prices_of

#: So little time is none.
_ROUNDING = 1e-6
#: Cuts of one search, at most; part of a round that the cut itself may take.
_ROUNDS, _CUTTING = 20, 0.2


def decomposed_search(
    problem: Problem,
    start: Sequence[Assignment],
    seconds: float,
    seed: int,
    *,
    steps: int | None = None,
    prices: Prices | None = None,
    params: SearchParams | None = None,
    heat: tuple[float, float],
    progress: Callable[[tuple[Assignment, ...]], bool] | None = None,
) -> tuple[Assignment, ...]:
    """The best plan met, from a valid one that has all pins; with `steps` a region, repeatable.

    `progress` hears of the plan after each cut and says whether to stop.
    """
    began, current = monotonic(), tuple(start)
    best, score = current, terms(problem, current).score
    done, spent, rng = 0.0, 0.0, seed << 8
    while done < 1.0 - _ROUNDING:
        longer = 0.0 if steps is not None else spent / _CUTTING / max(_ROUNDING, seconds)
        until = min(1.0, done + max(1 / _ROUNDS, longer))
        asked = monotonic()
        regions, still = cut(problem, current, rng)
        walkers = []
        for region in regions:
            part = None if prices is None else prices_of(prices, problem, region.problem)
            walkers.append(Chain(encode(region.problem), rng, part, params, heat))
            walkers[-1].begin(region.moving)
            rng += 1
        spent = monotonic() - asked
        turn = partial(
            cool,
            done=done,
            until=until,
            seconds=began + until * seconds - monotonic(),
            steps=None if steps is None else int(steps * (until - done)),
            slices=8,
        )
        with ThreadPoolExecutor(len(walkers)) as threads:
            list(threads.map(turn, walkers))
        found = (*still, *(a for walker in walkers for a in _moved(walker, walker.best)))
        if (points := terms(problem, found).score) > score:
            best, score = found, points
        current = (*still, *(a for walker in walkers for a in _moved(walker, walker.current)))
        done = (
            until
            if steps is not None
            else max(until, (monotonic() - began) / max(_ROUNDING, seconds))
        )
        if progress is not None and progress(best):
            break
    return best


def _moved(walker: Chain, plan: Sequence[Assignment]) -> list[Assignment]:
    """What of a region's plan is not pinned there."""
    pins = {pin.pair for pin in walker.encoding.pins}
    return [a for a in plan if a.pair not in pins]
