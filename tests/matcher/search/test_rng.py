"""The numbers are those of the generator as it was published, and the same for the same seed."""

import numpy as np

from matcher.arrays.numba_compiler import compiled
from matcher.search.rng import Rng, below, draw, new_rng

MASK = 2**64 - 1


@compiled
def _draws(rng: Rng, into: np.ndarray) -> None:
    for at in range(len(into)):
        into[at] = draw(rng)


@compiled
def _wholes(rng: Rng, count: int, into: np.ndarray) -> None:
    for at in range(len(into)):
        into[at] = below(rng, count)


def published(state: int, count: int) -> list[float]:
    """Vigna, An experimental exploration of Marsaglia's xorshift generators (2016): xorshift64*."""
    found = []
    for _ in range(count):
        state ^= state >> 12
        state = (state ^ (state << 25)) & MASK
        state ^= state >> 27
        found.append(((state * 0x2545F4914F6CDD1D & MASK) >> 11) / 2**53)
    return found


def test_the_numbers_are_those_of_xorshift64_star() -> None:
    made = np.zeros(50)
    _draws(new_rng(7), made)

    assert made.tolist() == published(int(new_rng(7)[0]), 50)
    assert made.tolist() != published(int(new_rng(8)[0]), 50)
    assert ((made >= 0) & (made < 1)).all()


def test_whole_numbers_are_all_there_are_below_the_count() -> None:
    made = np.zeros(400, np.int32)
    _wholes(new_rng(1), 5, made)

    assert set(made.tolist()) == {0, 1, 2, 3, 4}
