"""The full mixed-integer model in a thread of its own: to the proof, or until time is over.

OR-Tools lets go of the interpreter while it solves, so that other methods use the other core.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Event

from matcher.check import terms
from matcher.solving.incumbent import Incumbent
from matcher.solving.mip_neighbourhoods import Neighbourhoods
from matcher.solving.mip_solver import MipResult, Solver, assemble, optimise

#: With fewer seconds left the model is not worth building.
_SHORT = 0.2
#: Part of the time that a solver is told, for it is seldom punctual; seconds waited for it.
_IN_TIME, _LATE = 0.97, 0.15
#: Seconds waited besides where it has answered: on a busy machine checking a plan takes as long.
_TAKING = 0.5
#: Seconds in which a plan whose hours were rounded gets its exact ones, whatever is left.
_MENDING = 0.2


class FullMip:
    """All candidates, planned together by one solver and, as a second opinion, by another."""

    def __init__(self, best: Incumbent, parts: Neighbourhoods) -> None:
        self._best, self._parts = best, parts
        self._running: Future[None] | None = None
        self._answered = Event()

    def begin(self, *, interior: bool = False) -> None:
        """Start from the plan in hand, and return at once; `interior`: where the model is large."""
        thread = ThreadPoolExecutor(1, thread_name_prefix="whole")
        self._running = thread.submit(self.run, interior=interior)
        thread.shutdown(wait=False)

    def wait(self) -> None:
        """Until the thread ends, or time is over; then the solver, if late, is left alone.

        What it has answered is waited for until it is taken. Raises what the thread has raised.
        """
        if self._running is None:
            return
        with suppress(TimeoutError):
            self._running.result(self._best.left + _LATE)
        if self._answered.is_set():
            with suppress(TimeoutError):
                self._running.result(_TAKING)

    def run(self, *, interior: bool = False) -> None:
        """Offer a better plan and a lower bound."""
        self._ask(Solver.HIGHS, interior=interior)

    def agree(self) -> None:
        """Ask the second solver, told nothing but the plan in hand; the first may still be busy."""
        if not self._best.agreed:
            self._ask(Solver.SCIP)

    def _ask(self, solver: Solver, *, interior: bool = False) -> None:
        best = self._best
        if best.left < _SHORT:
            return
        mip = assemble(best.problem, self._parts.offered)
        start = best.assignments or ()
        seconds = best.left * _IN_TIME
        answer = optimise(mip, seconds, start, by=solver, dive=False, interior=interior)
        if solver is Solver.HIGHS:
            self._answered.set()
        self._take(answer, solver)

    def _take(self, answer: MipResult, solver: Solver) -> None:
        """The plan before its bound, which alone would say that the plan in hand is worse.

        Whoever looks between the two would give up a proved plan for the one before.
        """
        best, made = self._best, answer.assignments or ()
        # Where hours are rounded the plan may break a rule; its pairs are still good.
        if not best.offer(made, solver.value) and terms(best.problem, made).score > best.score:
            self._parts.keep_pairs(made, max(_MENDING, best.left))
        best.limit(answer.bound, solver.value)
