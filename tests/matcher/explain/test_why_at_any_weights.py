"""What a change of people costs is the least it can cost, at weights where more hours cost more."""

from random import Random

import numpy as np
import pytest

from matcher.explain import why_not
from matcher.plan import Against
from matcher.problem import Problem
from matcher.roster.best_hours import _highest
from matcher.roster.greedy import greedy
from tests.matcher.explain.test_why_not import best_with
from tests.matcher.some_problems import plan_of, some_problem

PUT = {Against.COSTS, Against.EQUAL, Against.BETTER}


def weighed(seed: int) -> Problem:
    """A small problem whose hours above the fair share cost more than they earn."""
    some, random = some_problem(seed, requests=3, talents=4, months=2, scale=2), Random(seed)
    extreme = {
        "balance": random.choice((120, 400, 5_000)),
        "balance_percent": random.choice((0, 30, 60)),
        "keep_hours": random.choice((0, 90, 700)),
        "coverage": random.choice((0, 50, 600)),
    }
    return some.model_copy(update={"weights": some.weights.model_copy(update=extreme)})


@pytest.mark.parametrize("seed", range(120))
def test_a_loss_is_the_least_of_all_hours_somebody_else_could_give(seed: int) -> None:
    some = weighed(seed)
    made = plan_of(some, greedy(some))
    pins = {pin.pair for pin in some.pins}
    for each in made.assignments:
        if each.pair in pins:
            continue
        rest = [a for a in made.assignments if a is not each]
        for other in why_not(some, made, *each.pair).why_not:
            if other.kind in PUT:
                best = best_with(some, rest, each, other)
                assert best is not None
                assert other.loss == made.score - best
                assert other.terms is not None
                assert other.terms.score == other.loss
            elif other.displaced is not None:
                mine = [a for a in rest if a.talent_id == other.talent_id and a.pair not in pins]
                scores = [
                    best_with(some, [a for a in rest if a is not gone], each, other)
                    for gone in mine
                ]
                assert other.loss == made.score - max(s for s in scores if s is not None)


@pytest.mark.parametrize(("least", "most"), [(0, 0), (1, 1), (1, 3), (2, 9), (4, 4), (30, 40)])
def test_the_highest_of_a_window_is_what_looking_at_each_gives(least: int, most: int) -> None:
    row = np.array(Random(least).choices(range(100), k=12))

    found = _highest(row, least, most)

    for at, best in enumerate(found):
        seen = [int(row[at - back]) for back in range(least, most + 1) if at >= back]
        assert int(best) == max(seen) if seen else best < 0
