"""What a step takes off, and whom an insertion does not even look at."""

import numpy as np
import pytest

from matcher.arrays.arrays import I32, Arrays, Prices
from matcher.arrays.encode import encode
from matcher.arrays.numba_compiler import compiled
from matcher.search.chains import Chain
from matcher.search.insert import _has, offer
from matcher.search.rng import Rng, new_rng
from matcher.search.ruin_recreate import Step, begin, new_step, ruin
from matcher.search.state import State
from tests.matcher.make_problem import MATSUMOTO, UEDA, line, problem, talent, works
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


@compiled
def _ruin(a: Arrays, s: State, step: Step, chance: Rng, of: int) -> None:
    begin(step)
    s.log[0] = 0
    ruin(a, s, step, chance, of, 1, 1)


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


def test_room_is_made_for_the_pm_whom_a_line_waits_for() -> None:
    """The only PM is full elsewhere; the engineer's line brings the two together."""
    of = problem(
        [talent("aya", roles=("pm",)), talent("ben", roles=("engineer",))],
        [
            line("R1/1", asks=40, minimum_percent=100, municipalities=(UEDA,)),
            line("R2/1", asks=40, minimum_percent=100, municipalities=(MATSUMOTO,)),
            line("R2/2", asks=20, role="engineer", municipalities=(MATSUMOTO,)),
        ],
    )
    encoding = encode(of)
    chain = Chain(encoding, 1)
    chain.begin([works("R1/1", "aya", 40, 40)])
    assert chain.state.people.tolist() == [1, 0, 0]

    step = new_step(encoding.arrays)
    _ruin(encoding.arrays, chain.state, step, new_rng(1), encoding.line_at[of.lines[2].line_id])

    assert chain.state.people.tolist() == [0, 0, 0]
    assert set(step.lines[: step.size[1]].tolist()) == {0, 1, 2}
