"""A construction heuristic for large pools: keep what is valid of the last plan, then insert.

Light to import; numba is loaded where compiled code is found.
"""

from collections.abc import Sequence

from matcher.arrays.compile_cache import ready
from matcher.problem import Assignment, Problem


def first_plan(problem: Problem, start: Sequence[Assignment]) -> tuple[Assignment, ...] | None:
    """What is still valid of `start`, and all that fits beside it; None without compiled code."""
    if not ready():
        return None
    from matcher.arrays.encode import encode  # noqa: PLC0415  loads numba
    from matcher.search.chains import Chain  # noqa: PLC0415

    chain = Chain(encode(problem), 0)
    chain.begin(start)
    return chain.best
