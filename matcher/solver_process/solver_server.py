"""`python -m matcher.solver_process.solver_server`: problems in, plans out.

Questions on stdin, replies on stdout, a JSON line each.

A process of its own, because a solver may crash, hang or eat all memory, and then only it may die.
"""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from subprocess import Popen
from threading import Lock

from matcher.arrays.compile_cache import compile_in_background, ready
from matcher.runtime.gc_pause import gc_paused
from matcher.solver_process.solver_messages import Question, Reply
from matcher.solving.solve import Effort, solve

#: Even a question that took all its time to read gets this many seconds.
_LEAST = 0.3


def main(memory_mib: int, *, compiles: bool = False) -> None:
    """Answer until stdin ends; where told so, have the search compiled meanwhile if it is not."""
    _limit_memory(memory_mib * 1024 * 1024)
    _compiling = _load(compiles=compiles)  # held: it ends where nobody does
    say = _speak()
    for line in sys.stdin:
        _answer(line, say)


@gc_paused()
def _answer(line: str, say: Callable[[Reply], None]) -> None:
    came = time.monotonic()
    question = Question.model_validate_json(line)
    left = question.seconds - (time.monotonic() - came)
    effort = Effort(seconds=max(_LEAST, left), seed=question.seed)
    answering = _Answering(say)
    try:
        plan = solve(
            question.problem,
            effort,
            question.start,
            lambda better: answering.say(Reply(plan=better, final=False)),
        )
    except Exception as error:  # told to the parent, who logs it and takes another method
        answering.say(Reply(failure=_where(error)))
    else:
        answering.say(Reply(plan=plan))


class _Answering:
    """What is said to one question: one reply at a time, and none after the final one.

    A thread of the solver may find something a moment after the rest has ended. Nobody asks for
    that any longer, and the parent would take it for an answer to the next question.
    """

    def __init__(self, say: Callable[[Reply], None]) -> None:
        self._say, self._over, self._one_at_a_time = say, False, Lock()

    def say(self, reply: Reply) -> None:
        with self._one_at_a_time:
            if not self._over:
                self._over = reply.final
                self._say(reply)


def _load(*, compiles: bool) -> Popen[bytes] | None:
    """Have the compiled search at hand; where it is not compiled, the other methods plan.

    Returns the process that compiles it meanwhile, if one was begun.
    """
    with suppress(Exception):
        if not ready():
            return compile_in_background() if compiles else None
        from matcher.solving.compile_all import use_once  # noqa: PLC0415  loads numba

        use_once()
    return None


def _speak() -> Callable[[Reply], None]:
    """Keep stdout for replies alone: what a library prints must not land among them."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(reply: Reply) -> None:
        replies.write(reply.model_dump_json() + "\n")
        replies.flush()

    return say


def _limit_memory(most: int) -> None:
    with suppress(ImportError, OSError, ValueError):  # not every system has or obeys it
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _where(error: Exception) -> str:
    """The kind of error and its place; never its text, which may hold what it choked on."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return type(error).__name__ + place


if __name__ == "__main__":
    main(int(sys.argv[1]), compiles="--compile" in sys.argv)
