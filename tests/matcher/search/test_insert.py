"""Insertion overlooks only those who have nothing to offer."""

import numpy as np
import pytest

from matcher.arrays.arrays import I32, Arrays, Prices
from matcher.arrays.encode import encode
from matcher.arrays.numba_compiler import compiled
from matcher.search.chains import Chain
from matcher.search.insert import _has, offer
from matcher.search.state import State
from tests.matcher.pools import pool
from tests.matcher.search.test_moves import extras


@compiled
def _compare(a: Arrays, s: State, prices: Prices, hours: I32, counts: I32) -> None:
    """Count pairs that are overlooked, and those of them that have something to offer."""
    for pair in range(len(a.line)):
        if s.months[pair] > 0:
            continue
        for kind in range(2):
            need = 1 if kind == 0 else max(1, a.minimum[a.line[pair]])
            total, _ = offer(a, s, prices, pair, need, hours)
            if not _has(a, s, pair, need):
                counts[0] += 1
                if total >= need:
                    counts[1] += 1


@pytest.mark.parametrize("seed", range(12))
def test_who_is_overlooked_had_nothing_to_offer(seed: int) -> None:
    counts = np.zeros(2, np.int32)
    for of in (extras(seed), pool(seed, requests=20, talents=5, municipalities=8)):
        chain = Chain(encode(of), seed)
        chain.begin()
        for _ in range(5):
            chain.walk(40, 0.0, 0.5)
            months = np.zeros(len(of.months), np.int32)
            _compare(chain.encoding.arrays, chain.state, chain.prices, months, counts)

    overlooked, wrongly = counts
    assert overlooked > 0
    assert wrongly == 0
