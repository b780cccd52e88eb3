"""The 0-1 knapsack by dynamic programming, exactly: every capacity from none to all."""

import numpy as np

from matcher.bound.knapsack_items import Ints


def fill(worth: Ints, weights: Ints, capacity: int) -> tuple[int, Ints]:
    """What the best choice of items is worth, and which they are.

    Time and memory grow with items times capacity.
    """
    tried = np.flatnonzero((worth > 0) & (weights <= capacity))
    if weights[tried].sum() <= capacity:
        return int(worth[tried].sum()), tried
    best = np.zeros(capacity + 1, np.int64)
    taken = np.zeros((len(tried), capacity + 1), np.bool_)
    for at, item in enumerate(tried):
        weight = weights[item]
        with_it = best[: capacity + 1 - weight] + worth[item]
        np.greater(with_it, best[weight:], out=taken[at, weight:])
        np.maximum(with_it, best[weight:], out=best[weight:])
    left, chosen = capacity, []
    for at in range(len(tried) - 1, -1, -1):
        if taken[at, left]:
            chosen.append(tried[at])
            left -= weights[tried[at]]
    return int(best[capacity]), np.array(chosen, np.int64)
