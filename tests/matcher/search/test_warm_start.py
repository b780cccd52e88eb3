"""A start is kept as far as it is still valid, and never made worse."""

import pytest

from matcher.arrays.encode import encode
from matcher.check import faults
from matcher.search.chains import Chain, run
from tests.matcher.make_problem import plan
from tests.matcher.pools import pool
from tests.matcher.some_problems import some_problem


@pytest.mark.parametrize("seed", range(3))
def test_a_start_is_never_made_worse(seed: int) -> None:
    problem = pool(seed)
    encoding = encode(problem)
    first = Chain(encoding, 1)
    first.begin()
    run(first, 60.0, steps=3000)

    second = Chain(encoding, 2)
    second.begin(first.best)

    assert second.best_score >= first.best_score
    assert faults(problem, plan(problem, *second.best)) == []


@pytest.mark.parametrize("seed", range(6))
def test_what_is_still_valid_of_a_start_is_kept_and_the_rest_left_out(seed: int) -> None:
    before = pool(seed, requests=30, talents=8)
    old = Chain(encode(before), 1)
    old.begin()
    half = [
        t.model_copy(update={"capacity": {m: h // 2 for m, h in t.capacity.items()}})
        if at % 2
        else t
        for at, t in enumerate(before.talents)
    ]
    now = before.model_copy(update={"talents": tuple(half)})
    chain = Chain(encode(now), 1)

    chain.begin(old.best)

    assert faults(now, plan(now, *chain.best)) == []
    untouched = {t.talent_id for t in before.talents[::2]}
    theirs = {a.pair for a in old.best if a.talent_id in untouched}
    assert len(theirs - {a.pair for a in chain.current}) <= len(theirs) // 5


def test_a_start_from_another_pool_is_no_start() -> None:
    here, strange = pool(1), some_problem(1)
    there = Chain(encode(strange), 1)
    there.begin()
    chain, alone = Chain(encode(here), 1), Chain(encode(here), 1)

    chain.begin(there.best)
    alone.begin()

    assert chain.best_score == alone.best_score
