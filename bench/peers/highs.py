"""highs: the matcher's whole model, solved once by HiGHS, as if nobody had thought further."""

import time

from bench.outcome import Outcome
from matcher.problem import Problem
from matcher.solving.mip_solver import assemble, optimise


def highs(problem: Problem, seconds: float, seed: int) -> Outcome:
    """No steps: OR-Tools does not pass on when HiGHS found its plans."""
    began = time.monotonic()
    mip = assemble(problem)
    answer = optimise(mip, max(0.01, seconds - (time.monotonic() - began)))
    return Outcome(
        assignments=answer.assignments,
        bound=answer.bound,
        proved=answer.proved,
        seconds=time.monotonic() - began,
    )
