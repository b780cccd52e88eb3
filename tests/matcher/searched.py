"""A plan found in so many steps of the search: the same on every machine, however busy."""

from collections.abc import Sequence

from matcher.arrays.encode import encode
from matcher.problem import Assignment, Problem
from matcher.search.chains import Chain, run


def searched(
    problem: Problem, start: Sequence[Assignment] = (), *, seed: int = 0, steps: int = 1_000
) -> tuple[Assignment, ...]:
    """The best plan of one annealing chain."""
    chain = Chain(encode(problem), seed)
    chain.begin(start)
    run(chain, 60.0, steps=steps)
    return chain.best
