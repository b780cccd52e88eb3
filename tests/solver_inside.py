"""The solver without a process of its own, for tests of what is around it.

To start the child costs more than to solve what most tests ask.
"""

import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest

from matcher.plan import Plan
from matcher.problem import Assignment, Problem
from matcher.solver_process import solver_client
from matcher.solving.solve import Effort, solve


class SolverInside:
    """Solves in a thread, as `SolverProcess` does in its child."""

    pid = None

    def __init__(
        self, fallback: Callable[[Problem], Sequence[Assignment]], *, compiles: bool = False
    ) -> None:
        self.busy = False

    async def warm(self) -> None:
        """Nothing has to be started."""

    async def solve(
        self, problem: Problem, *, seconds: float, start: Sequence[Assignment] = ()
    ) -> Plan:
        """A plan within about `seconds`."""
        self.busy = True
        try:
            return await asyncio.to_thread(solve, problem, Effort(seconds=seconds), start)
        finally:
            self.busy = False

    async def close(self) -> None:
        """Nothing has to be ended."""


@contextmanager
def solver_inside() -> Iterator[None]:
    """Whatever is planned in here is solved in this process."""
    real = solver_client.SolverProcess
    rooms = ("matcher.", "service.")  # not those of every library: this is done for each test
    product = [each for name, each in [*sys.modules.items()] if name.startswith(rooms)]
    with pytest.MonkeyPatch.context() as patch:
        for module in product:
            if vars(module).get("SolverProcess") is real:
                patch.setattr(module, "SolverProcess", SolverInside)
        yield
