"""The best of a knapsack is what trying every choice finds."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.bound.knapsack import fill

ITEMS = st.lists(st.tuples(st.integers(-5, 30), st.integers(1, 9)), max_size=7)


@settings(deadline=None)
@given(ITEMS, st.integers(0, 25))
def test_the_choice_fits_and_is_worth_what_the_best_of_all_choices_is(
    items: list[tuple[int, int]], capacity: int
) -> None:
    worth = np.array([points for points, _ in items], np.int64)
    weights = np.array([weight for _, weight in items], np.int64)
    every = (np.array(taken, np.int64) for taken in product((0, 1), repeat=len(items)))
    best = max(int(t @ worth) for t in every if t @ weights <= capacity)

    value, chosen = fill(worth, weights, capacity)

    assert value == best == worth[chosen].sum()
    assert weights[chosen].sum() <= capacity
    assert len(set(chosen.tolist())) == len(chosen)


def test_nothing_fits_where_there_is_no_room() -> None:
    value, chosen = fill(np.array([7]), np.array([1]), 0)

    assert (value, chosen.tolist()) == (0, [])
