"""What the solver asks for: better plans and a bound, where compiled code is at hand.

Light to import; numba is loaded where compiled code is found.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from matcher.candidates import Candidate
from matcher.compiled.ready import ready
from matcher.incumbent import Incumbent
from matcher.problem import Assignment

if TYPE_CHECKING:
    from matcher.compiled.arrays import Prices

#: From so many candidates on, prices help the search; part of its time for them.
_MANY, _PRICING = 5_000, 0.2
#: Part of the prices that an insertion pays: all would keep it from what is dear but right.
_PAID = 0.7


def compiled(best: Incumbent, offered: Sequence[Candidate], seed: int) -> Compiled | None:
    """The compiled methods for one problem; None, at once, where they are not at hand."""
    return Compiled(best, offered, seed) if ready() else None


class Compiled:
    """Searches and bounds one problem; remembers its arrays and prices."""

    def __init__(self, best: Incumbent, offered: Sequence[Candidate], seed: int) -> None:
        from matcher.compiled.bound import Bound  # noqa: PLC0415  loads numba
        from matcher.compiled.layout import lay_out  # noqa: PLC0415

        self._best, self._seed = best, seed
        self._many = len(offered) >= _MANY
        self._layout = lay_out(best.problem, offered)
        self._bound = Bound(self._layout.arrays)

    def improve(self, seconds: float) -> None:
        """Offer better plans for so many seconds; another chance at every call.

        In large pools one core looks for prices first, while the other searches without.
        """
        if seconds <= 0:
            return
        until, prices = self._best.left - seconds, None
        if self._many:
            pricing = seconds * _PRICING
            with ThreadPoolExecutor(1) as other:
                bound = other.submit(self._bound.improve, self._best.score, pricing)
                self._search(pricing, 1, None)
                self._best.limit(bound.result())
            prices = self._bound.prices
        self._search(self._best.left - until, 2, prices)

    def lower(self, seconds: float) -> None:
        """Lower the bound for so many seconds, or until that brings nothing more."""
        if seconds > 0:
            self._best.limit(self._bound.improve(self._best.score, seconds))

    def _search(self, seconds: float, chains: int, prices: Prices | None) -> None:
        from matcher.compiled.anneal import Habits  # noqa: PLC0415  loads numba
        from matcher.compiled.search import search  # noqa: PLC0415

        if seconds <= 0 or self._best.closed:
            return
        self._seed += 1
        found = search(
            self._layout,
            self._best.assignments or (),
            seconds,
            self._seed,
            chains=chains,
            prices=None if prices is None else prices.times(_PAID),
            habits=Habits(tried=3) if self._many else Habits(),
            progress=self._tell,
        )
        self._best.offer(found, "search")

    def _tell(self, found: Sequence[Assignment]) -> bool:
        self._best.offer(found, "search")
        return self._best.closed
