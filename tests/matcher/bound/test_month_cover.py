"""The best months of one person on one line, against trying every choice of months."""

from itertools import chain, combinations
from random import Random

import numpy as np
import pytest

from matcher.arrays.arrays import Arrays, Prices, no_prices
from matcher.arrays.encode import encode
from matcher.bound.month_cover import new_offers, whole_months
from matcher.problem import Problem
from models.months import Month, window
from tests.matcher.make_problem import line, talent

MONTHS = window(Month("2026-07"), 7)
NOTHING = -1e300


def one_pair(random: Random) -> tuple[Arrays, Prices]:
    """A line over seven months, somebody who has more or fewer hours, and prices."""
    person = talent(free={m: random.choice((0, 8, 16, 24, 40)) for m in MONTHS})
    work = line(
        asks={m: random.choice((4, 8, 16, 24)) for m in MONTHS},
        minimum_percent=random.choice((0, 30, 50, 80, 100)),
        exclusive=random.random() < 0.2,
    )
    of = Problem(
        pool_id="20", months=MONTHS, talents=(person,), lines=(work,), block=4,
    )  # fmt: skip
    arrays = encode(of).arrays
    prices = no_prices(arrays)
    for month in range(len(MONTHS)):
        prices.hour[0, month] = random.choice((0.0, 60.0, 95.5, 130.0, 200.0))
        prices.visit[0, month] = random.choice((0.0, 150.0, 800.0, 3000.0))
    return arrays, prices


def by_hand(a: Arrays, prices: Prices) -> float:
    """The value of the best choice of months, each tried."""
    months, best = np.flatnonzero(a.most[0]), NOTHING
    choices = chain.from_iterable(combinations(months, k) for k in range(len(months) + 1))
    for choice in choices:
        value, need, dear = float(a.bonus[0]), float(a.minimum[0]), []
        for month in choice:
            top, hour = float(a.most[0, month]), prices.hour[0, month]
            value -= prices.visit[0, month]
            if a.exclusive[0]:  # all its hours of the month are gone, whatever it works
                value -= hour * top
                hour = 0.0
            if a.rate[0] >= hour:
                value += (a.rate[0] - hour) * top
                need -= top
            else:
                dear.append((hour - a.rate[0], top))
        for loss, top in sorted(dear):
            value -= loss * min(top, max(0.0, need))
            need -= top
        if need <= 0:
            best = max(best, value)
    return best


@pytest.mark.parametrize("seed", range(200))
def test_no_choice_of_months_is_better_and_the_hours_reach_the_minimum(seed: int) -> None:
    a, prices = one_pair(Random(seed))
    if not len(a.line):
        return
    hours, offers = np.zeros(len(MONTHS)), new_offers(len(MONTHS))
    crowd = np.ones(a.overhead.shape, np.float32)

    found = whole_months(a, prices, crowd, offers, hours, 0, NOTHING)

    assert found == pytest.approx(by_hand(a, prices))
    assert hours.sum() >= a.minimum[0]
    assert (hours <= a.most[0]).all()


def test_what_does_not_beat_the_best_so_far_is_left() -> None:
    a, prices = one_pair(Random(0))
    assert len(a.line)
    hours, offers = np.zeros(len(MONTHS)), new_offers(len(MONTHS))
    crowd = np.ones(a.overhead.shape, np.float32)
    found = whole_months(a, prices, crowd, offers, hours, 0, NOTHING)

    assert whole_months(a, prices, crowd, offers, hours, 0, found + 1) <= found
