"""What a quarter served is worth, and the bound that settings and problem share.

One source for both: what a pool's settings may say, a problem can hold.
"""

from typing import Final

from models.errors import Mistake
from models.pool_settings import Need, PoolSettings

#: Points; the most that a quarter served is worth. Sums over any pool stay exact in 64 bits.
MOST: Final = 100_000

#: Percent of the served weight for urgency 1 normal, 2 soon, 3 pressing.
URGENCY: Final = {1: 100, 2: 130, 3: 170}


def worth(served: int, urgency: int, need: int) -> int:
    """Points of a quarter served: the weight, times urgency and `need` (percent), at most `MOST`.

    Settings from before the bound may lead to more; they count as the most there is.
    """
    return min(MOST, served * URGENCY[urgency] * (100 + need) // 10_000)


def largest_served(need: Need) -> int:
    """The largest weight of `served` with which the neediest and most pressing line stays within
    the bound."""
    return MOST * 10_000 // (max(URGENCY.values()) * (100 + _most_need(need)))


def is_beyond(settings: PoolSettings) -> bool:
    """Whether some line could be worth more than a problem holds."""
    return settings.weights.served > largest_served(settings.need)


def check_worth(after: PoolSettings, before: PoolSettings) -> None:
    """Raise Mistake, with the largest weight that works, where a change leads beyond the bound.

    What stood beyond it before does not hold up other changes.
    """
    unchanged = (after.weights.served, after.need) == (before.weights.served, before.need)
    if unchanged or not is_beyond(after):
        return
    most = largest_served(after.need)
    raise Mistake(
        "worth_too_large", served=after.weights.served, needs=_most_need(after.need), most=most
    )


def _most_need(need: Need) -> int:
    """Percent of a municipality to which every part of the need applies in full."""
    return sum(need.model_dump().values())
