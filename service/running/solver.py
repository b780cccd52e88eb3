"""A solver process for one command: begun, warmed and ended with its work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from matcher.roster.greedy import greedy
from matcher.solver_process.solver_client import SolverProcess


@asynccontextmanager
async def solver(*, warm: bool = True) -> AsyncIterator[SolverProcess]:
    """The process; the greedy plan stands in where it dies."""
    made = SolverProcess(greedy)
    try:
        if warm:
            await made.warm()
        yield made
    finally:
        await made.close()
