"""The compiled methods of one problem: search and Lagrangian bound, where they are compiled.

Light to import; numba is loaded where compiled code is found.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import monotonic, process_time
from typing import TYPE_CHECKING

from matcher.arrays.compile_cache import ready
from matcher.mip.mip_candidates import Candidate
from matcher.problem import Assignment
from matcher.runtime.pace import Pace
from matcher.solving.incumbent import Incumbent

if TYPE_CHECKING:
    from matcher.arrays.arrays import Prices
    from matcher.search.anneal import SearchParams

#: From so many candidates on, prices help the search; at most so much of its time for them.
_MANY, _PRICING = 5_000, 0.3
#: From so many on, prices are looked for among some of the candidates of each line first, for this
#: part of the time: a step over all takes too long.
_VERY_MANY, _SOME, _AMONG = 200_000, 12, 0.8
#: First and last temperature, as parts of what one served line is worth: where a step is a large
#: part of the pool, and where it is a small one.
_HEAT, _MUCH = (0.35, 0.01), (0.15, 0.005)
#: With so few candidates plans differ much between searches: seconds of one, and the temperature of
#: every other, which stays nearer to the plan it begins from.
_FEW, _PIECE, _NEAR = 1_000, 1.0, (0.15, 0.01)
#: Threads that work during a search, whoever owns them.
_CORES = 2
#: Part of the pairs overlooked below that size, where chains would soon go in circles.
_BLINK = 0.15
#: Part of the prices that an insertion pays: all would keep it from what is dear but right.
_PAID = 0.5


def compiled(best: Incumbent, offered: Sequence[Candidate], seed: int) -> CompiledMethods | None:
    """The compiled methods for one problem; None, at once, where they are not at hand."""
    return CompiledMethods(best, offered, seed) if ready() else None


class CompiledMethods:
    """Searches and bounds one problem; remembers its arrays and prices."""

    def __init__(self, best: Incumbent, offered: Sequence[Candidate], seed: int) -> None:
        from matcher.arrays.encode import encode  # noqa: PLC0415
        from matcher.bound.lagrangian_bound import LagrangianBound  # noqa: PLC0415  loads numba
        from matcher.search.decomposition import divisible  # noqa: PLC0415

        self._best, self._seed, self._searches, self._pace = best, seed, 0, Pace()
        self._few, self._many = len(offered) < _FEW, len(offered) >= _MANY
        self._encoding = encode(best.problem)
        self._bound = LagrangianBound(self._encoding.arrays)
        self._rough = len(offered) >= _VERY_MANY
        self._divisible = self._many and divisible(best.problem)

    def improve(self, seconds: float, chains: int = 2) -> None:
        """Offer better plans for so many seconds; another chance at every call.

        In large pools one core looks for prices first, while the other searches without. In small
        ones short searches follow each other, each from the best plan so far.
        """
        if seconds <= 0:
            return
        until, prices = self._best.left - seconds, None
        while self._few and self._best.left - until > 1.5 * _PIECE and not self._best.closed:
            self._piece(self._best.left - until, chains)
        if self._many:
            pricing, priced = seconds * _PRICING, Event()
            with ThreadPoolExecutor(1) as other:
                other.submit(self._price, pricing, priced)
                self._search(pricing, 1, None, priced)
            self._best.limit(self._bound.whole)
            prices = self._bound.prices
        self._search(self._best.left - until, chains, prices)

    def _piece(self, left: float, chains: int) -> None:
        """A short search; on a busy machine it takes longer, and cools down no faster."""
        seconds = self._pace.by_the_clock(_PIECE)
        clock, work = monotonic(), process_time()
        # What would be left over is too short for another.
        self._search(left if left < 1.5 * seconds else seconds, chains, None)
        self._pace.learn(monotonic() - clock, (process_time() - work) / _CORES)

    def lower(self, seconds: float) -> None:
        """Lower the bound for so many seconds, or until that brings nothing more."""
        if seconds > 0:
            self._best.limit(self._bound.improve(self._best.score, seconds))

    def _heat(self) -> tuple[float, float]:
        if self._many:
            return _MUCH
        return _NEAR if self._few and self._searches % 2 == 0 else _HEAT

    def _params(self) -> SearchParams:
        from matcher.search.anneal import SearchParams  # noqa: PLC0415  loads numba

        if self._many:
            return SearchParams(tried=3)
        return (
            SearchParams(around=4, each=8, blink=_BLINK)
            if self._few
            else SearchParams(blink=_BLINK)
        )

    def _price(self, seconds: float, priced: Event) -> None:
        end, score = monotonic() + seconds, self._best.score
        try:
            if self._rough:
                self._bound.roughly(_SOME, score, seconds * _AMONG)
            self._bound.improve(score, end - monotonic())
        finally:
            priced.set()

    def _search(
        self, seconds: float, chains: int, prices: Prices | None, enough: Event | None = None
    ) -> None:
        from matcher.search.chains import search  # noqa: PLC0415
        from matcher.search.decomposed_search import decomposed_search  # noqa: PLC0415

        if seconds <= 0 or self._best.closed:
            return
        self._seed += 1
        self._searches += 1

        def tell(found: Sequence[Assignment]) -> bool:
            self._best.offer(found, "search")
            return self._best.closed or (enough is not None and enough.is_set())

        paid = None if prices is None else prices.times(_PAID)
        start, params, heat = self._best.assignments or (), self._params(), self._heat()
        if chains > 1 and self._divisible:
            found = decomposed_search(
                self._best.problem,
                start,
                seconds,
                self._seed,
                prices=paid,
                params=params,
                heat=heat,
                progress=tell,
            )
        else:
            found = search(
                self._encoding,
                start,
                seconds,
                self._seed,
                chains=chains,
                prices=paid,
                params=params,
                heat=heat,
                progress=tell,
            )
        self._best.offer(found, "search")
