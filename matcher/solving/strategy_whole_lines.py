"""The strategy where lines are served wholly or not at all: knapsack prices, then core problems.

The prices of the knapsacks say which pairs are in question; few are.
"""

from matcher.bound.knapsack_bound import KnapsackBound
from matcher.solving.full_mip import FullMip
from matcher.solving.incumbent import Incumbent
from matcher.solving.mip_neighbourhoods import Neighbourhoods

#: Part of the time for the prices.
_PRICES = 0.2
#: Pairs of each line that are planned together, and the part of the time left for them.
_CORE, _DIVE = 3, 0.15
#: Pairs of each line that neighbourhoods open; seconds in which no more are begun.
_NEAR, _LAST = 3, 0.3


def improve_whole_lines(
    best: Incumbent, knapsacks: KnapsackBound, parts: Neighbourhoods, whole: FullMip
) -> None:
    """Offer better plans and bounds. Leaves the whole model running."""
    best.limit(knapsacks.improve(best.left * _PRICES))
    if not best.closed:
        parts.plan_pairs(knapsacks.promising(_CORE), best.left * _DIVE)
    if not best.closed:
        whole.begin()
        parts.plan_talents(until=_LAST, within=knapsacks.promising(_NEAR))
