"""A random number generator, xorshift64* (Vigna 2016): the same numbers on every machine."""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from matcher.arrays.numba_compiler import inline

#: [0] the state of the generator, never zero.
Rng: TypeAlias = npt.NDArray[np.uint64]

_A, _B, _C, _TOP = np.uint64(12), np.uint64(25), np.uint64(27), np.uint64(11)
_STAR = np.uint64(0x2545F4914F6CDD1D)
_UNIT = 1.0 / (1 << 53)


def new_rng(seed: int) -> Rng:
    """A generator of its own for every seed."""
    return np.random.SeedSequence(seed).generate_state(1, np.uint64) | np.uint64(1)


@inline
def draw(rng: Rng) -> float:
    """At least 0, below 1: Vigna's xorshift64*."""
    x = rng[0]
    x ^= x >> _A
    x ^= x << _B
    x ^= x >> _C
    rng[0] = x
    return float(((x * _STAR) >> _TOP) * _UNIT)


@inline
def below(rng: Rng, count: int) -> int:
    """A whole number from 0 to count - 1."""
    return int(draw(rng) * count)
