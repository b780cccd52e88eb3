"""Client of the solver process, which may die: every plan in time, checked, never an exception."""

import asyncio
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from pydantic import ValidationError

from matcher.check import faults
from matcher.plan import Plan, Status
from matcher.problem import Assignment, Problem
from matcher.solver_process.solver_messages import Question, Reply
from matcher.solving.incumbent import Incumbent
from models.log import log

Fallback = Callable[[Problem], Sequence[Assignment]]

#: Plans are long lines.
_LONGEST_LINE = 256 * 1024 * 1024


class _FailedError(Exception):
    """The process crashed, hung, failed its check or spoke nonsense; the text says which."""


class SolverProcess:
    """Keeps one warm child that solves, one problem at a time; replaces it when it fails."""

    def __init__(
        self,
        fallback: Fallback,
        *,
        command: Sequence[str] | None = None,
        memory_mib: int = 4096,
        grace: float = 1.0,
        loading: float = 10.0,
        compiles: bool = False,
    ) -> None:
        """`fallback` plans when the child has failed.

        With `compiles` the child has the search compiled in the background where set-up has not.

        `grace` is the child's seconds beyond its deadline, and `loading` those that a new child may
        take besides, to load the solvers on a busy machine.
        """
        self._fallback = fallback
        self._command = command or (
            sys.executable,
            "-m",
            "matcher.solver_process.solver_server",
            str(memory_mib),
            *(("--compile",) if compiles else ()),
        )
        self._grace = grace
        self._loading = loading
        self._child: asyncio.subprocess.Process | None = None
        self._loaded = False  #: the child has spoken
        self._killed: set[asyncio.Task[None]] = set()
        self._one_at_a_time = asyncio.Lock()

    @property
    def pid(self) -> int | None:
        """The child's process id; None where there is no child."""
        return None if self._child is None else self._child.pid

    @property
    def busy(self) -> bool:
        """Whether a problem is being solved."""
        return self._one_at_a_time.locked()

    async def warm(self) -> None:
        """Start the child now, so that the first question does not wait for it."""
        if self._child is None:
            self._loaded = False
            self._child = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=_LONGEST_LINE,
            )

    async def solve(
        self, problem: Problem, *, seconds: float, start: Sequence[Assignment] = ()
    ) -> Plan:
        """A checked plan within about `seconds`, by another method where the process fails.

        Cancelling ends the child's work; the next question gets a new child.
        """
        async with self._one_at_a_time:
            best = Incumbent(problem, seconds)
            try:
                return await self._ask(best, seconds, start)
            except _FailedError as failure:
                self._report(problem, "process", str(failure))
            with suppress(OSError):
                await self.warm()  # it warms up while the other method works
            return await asyncio.to_thread(self._without_child, best, start)

    async def close(self) -> None:
        """End the child, and wait until it has ended."""
        self._kill()
        if self._killed:
            await asyncio.wait(self._killed)

    async def _ask(self, best: Incumbent, seconds: float, start: Sequence[Assignment]) -> Plan:
        """The child's answer; what it told on the way is left in `best`."""
        answered = False
        began = asyncio.get_running_loop().time()
        try:
            await self.warm()
            patience = seconds + self._grace + (0.0 if self._loaded else self._loading)
            async with asyncio.timeout_at(began + patience):
                await self._put(best.problem, seconds, start)
                while True:
                    reply = await self._hear()
                    if reply.plan is None:
                        raise _FailedError(reply.failure or "empty reply")
                    if broken := faults(best.problem, reply.plan):
                        raise _FailedError(
                            f"failed its check: {len(broken)} faults, first: {broken[0]}"
                        )
                    if reply.plan.status is Status.UNKNOWN:
                        raise _FailedError("gave no plan")
                    best.offer(reply.plan.assignments, reply.plan.method)
                    if reply.final:
                        answered = True
                        return reply.plan
        except TimeoutError:
            raise _FailedError(f"hung: no answer after {patience:.1f} s") from None
        except OSError as error:
            raise _FailedError(f"crashed: {type(error).__name__}") from None
        finally:
            if not answered:  # also when cancelled: it is still busy with the old question
                self._kill()

    async def _put(self, problem: Problem, seconds: float, start: Sequence[Assignment]) -> None:
        assert self._child is not None
        assert self._child.stdin is not None
        question = Question(problem=problem, start=tuple(start), seconds=seconds)
        self._child.stdin.write(question.model_dump_json().encode() + b"\n")
        await self._child.stdin.drain()

    async def _hear(self) -> Reply:
        assert self._child is not None
        assert self._child.stdout is not None
        try:
            line = await self._child.stdout.readline()
            if not line.endswith(b"\n"):
                raise _FailedError(f"crashed: exit code {await self._child.wait()}")
            self._loaded = True
            return Reply.model_validate_json(line)
        except (ValidationError, ValueError):  # ValueError: a line without end
            raise _FailedError("garbage instead of a plan") from None

    def _without_child(self, best: Incumbent, start: Sequence[Assignment]) -> Plan:
        """The best of what is left: the child's checked plans so far, the start, the fallback."""
        problem = best.problem
        best.offer([pin for pin in problem.pins if pin.total], "pins")
        best.offer(start, "start")
        try:
            best.offer(self._fallback(problem), "greedy")
        except Exception as error:  # the last resort must not take the service down
            self._report(problem, "greedy", type(error).__name__)
        if best.assignments is None:
            return best.plan(Status.INFEASIBLE, "arithmetic")
        return best.plan()

    def _report(self, problem: Problem, method: str, reason: str) -> None:
        log.error(
            "solver.failed",
            pool_id=problem.pool_id,
            version=problem.version,
            method=method,
            reason=reason,
        )

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            with suppress(ProcessLookupError):
                child.kill()
            task = asyncio.create_task(_ended(child))
            self._killed.add(task)
            task.add_done_callback(self._killed.discard)


async def _ended(child: asyncio.subprocess.Process) -> None:
    """Until a killed child and the pipe to it are gone."""
    await child.wait()
    if child.stdin is not None:
        # Half a question may be left in the pipe. Some Pythons print that if nobody asks.
        with suppress(OSError):
            await child.stdin.wait_closed()
