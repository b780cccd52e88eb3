"""The solver process may crash, hang, lie or babble: the service gets a checked plan anyway."""

import asyncio
import gc
import os
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
import structlog

from matcher.check import faults, terms
from matcher.plan import Status
from matcher.roster.greedy import greedy
from matcher.solver_process import solver_server
from matcher.solver_process.solver_client import SolverProcess
from tests.matcher.make_problem import line, problem, talent, works
from tests.matcher.pools import pool

OF = problem([talent()], [line()])
BEST = works("R1/1", "aya", 20, 20)

#: Reads a question, then does as its name says.
CHILDREN = {
    "crashes": "import os, sys; sys.stdin.readline(); os._exit(3)",
    "dies at once": "raise SystemExit(1)",
    "hangs": "import sys, time; sys.stdin.readline(); time.sleep(60)",
    "babbles": "import sys, time; sys.stdin.readline(); print('hello', flush=True); time.sleep(60)",
    "fails": (
        "import sys, time; sys.stdin.readline();"
        'print(\'{"failure": "ValueError at board.py:1"}\', flush=True); time.sleep(60)'
    ),
    "lies": (
        "import json, sys, time;"
        "from matcher.solver_process.solver_messages import Question, Reply;"
        "from tests.matcher.make_problem import plan, works;"
        "of = Question.model_validate_json(sys.stdin.readline()).problem;"
        "lie = plan(of, works('R1/1', 'aya', 99));"
        "print(Reply(plan=lie).model_dump_json(), flush=True); time.sleep(60)"
    ),
    "boasts": (
        "import json, sys, time;"
        "from matcher.solver_process.solver_messages import Question, Reply;"
        "from tests.matcher.make_problem import plan, works;"
        "of = Question.model_validate_json(sys.stdin.readline()).problem;"
        "lie = plan(of, works('R1/1', 'aya', 20, 20)).model_copy(update={'score': 10**9});"
        "print(Reply(plan=lie).model_dump_json(), flush=True); time.sleep(60)"
    ),
}
REASONS = {
    "crashes": "crashed: exit code 3",
    "dies at once": "crashed: ",
    "hangs": "hung: no answer after ",
    "babbles": "garbage instead of a plan",
    "fails": "ValueError at board.py:1",
    "lies": "failed its check: ",
    "boasts": "failed its check: 1 faults, first: score: 1000000000 points claimed",
}


@pytest.fixture
async def solver() -> AsyncIterator[Any]:
    made = []

    def make(code: Any = None, fallback: Any = greedy, **more: Any) -> Any:
        command = None if code is None else (sys.executable, "-c", code)
        made.append(SolverProcess(fallback, command=command, **more))
        return made[-1]

    yield make
    for process in made:
        await process.close()


async def test_the_real_child_solves_to_the_proof_and_stays_warm(
    solver: Callable[..., Any],
) -> None:
    process = solver()

    plans = [await process.solve(OF, seconds=10) for _ in range(2)]

    assert [p.status for p in plans] == [Status.OPTIMAL] * 2
    assert plans[0].assignments == (BEST,)
    assert plans[0].score == plans[0].bound == terms(OF, (BEST,)).score


async def test_loading_the_solvers_takes_nothing_off_the_time_to_search(
    solver: Callable[..., Any],
) -> None:
    process = solver(
        "import time; from matcher.solver_process.solver_server import main\n"
        "time.sleep(1.0)\n"  # more than all that is asked
        "main(4096)"
    )

    plan = await process.solve(OF, seconds=0.6)

    assert plan.status is Status.OPTIMAL


@pytest.mark.parametrize("child", CHILDREN)
async def test_a_child_that_fails_costs_one_retry_with_another_method(
    solver: Callable[..., Any], child: str
) -> None:
    process = solver(CHILDREN[child], loading=0.0 if child == "hangs" else 20.0)

    with structlog.testing.capture_logs() as logs:
        plan = await process.solve(OF, seconds=0.5)

    assert faults(OF, plan) == []
    assert plan.assignments == (BEST,)
    assert (plan.status, plan.method) == (Status.FEASIBLE, "greedy")
    [entry] = logs
    assert entry["event"] == "solver.failed"
    assert entry["reason"].startswith(REASONS[child])


async def test_after_a_failure_a_new_child_answers(
    solver: Callable[..., Any], tmp_path: Path
) -> None:
    # Crashes the first time only.
    mark = tmp_path / "crashed"
    code = (
        f"import os, sys, pathlib; mark = pathlib.Path({str(mark)!r});\n"
        "if not mark.exists(): mark.touch(); os._exit(1)\n"
        "from matcher.solver_process.solver_server import main\n"
        "main(4096)"
    )
    process = solver(code)

    first = await process.solve(OF, seconds=5)
    second = await process.solve(OF, seconds=5)

    assert (first.method, second.status) == ("greedy", Status.OPTIMAL)


async def test_what_the_child_told_before_it_crashed_is_not_lost(
    solver: Callable[..., Any],
) -> None:
    code = (
        "import os, sys; from matcher.solver_process.solver_messages import Question, Reply;"
        "from tests.matcher.make_problem import plan, works;"
        "of = Question.model_validate_json(sys.stdin.readline()).problem;"
        "said = plan(of, works('R1/1', 'aya', 20, 20)).model_copy(update={'method': 'highs'});"
        "print(Reply(plan=said, final=False).model_dump_json(), flush=True); os._exit(1)"
    )
    process = solver(code, fallback=lambda _: ())

    plan = await process.solve(OF, seconds=5)

    assert (plan.assignments, plan.method) == ((BEST,), "highs")


async def test_what_a_solver_finds_after_its_answer_is_no_answer_to_the_next_question(
    solver: Callable[..., Any],
) -> None:
    """A thread that is late tells the first plan while the child works on the second question."""
    code = (
        "from matcher.solver_process import solver_server;"
        "from matcher.solving.solve import solve; told = [];"
        "late = lambda of, effort, start, tell: ["
        "[tell(plan) for tell, plan in told], told.append((tell, solve(of, effort, start)))"
        "] and told[-1][1]; solver_server.solve = late; solver_server.main(4096)"
    )
    process = solver(code)
    changed = OF.model_copy(update={"version": OF.version + 1})

    with structlog.testing.capture_logs() as logs:
        plans = [await process.solve(each, seconds=5) for each in (OF, changed)]

    assert [plan.version for plan in plans] == [OF.version, changed.version]
    assert logs == []


async def test_a_fallback_that_fails_too_leaves_the_pins_or_the_start(
    solver: Callable[..., Any],
) -> None:
    def broken(_: Any) -> None:
        raise KeyError("no")

    process = solver(CHILDREN["crashes"], fallback=broken)
    pinned = problem([talent()], [line()], pins=[works("R1/1", "aya", 8)])

    with structlog.testing.capture_logs() as logs:
        pins = await process.solve(pinned, seconds=5)
        start = await process.solve(OF, seconds=5, start=[BEST])

    assert pins.assignments == pinned.pins
    assert start.assignments == (BEST,)
    assert [entry["method"] for entry in logs] == ["process", "greedy"] * 2


async def test_a_contradiction_is_said_by_the_fallback_too(solver: Callable[..., Any]) -> None:
    process = solver(CHILDREN["crashes"])
    broken = problem([talent()], [line()], pins=[works("R1/1", "aya", 21)])

    plan = await process.solve(broken, seconds=5)

    assert plan.status is Status.INFEASIBLE
    assert faults(broken, plan) == []


async def test_a_cancelled_question_does_not_disturb_the_next(solver: Callable[..., Any]) -> None:
    process = solver()
    await process.solve(OF, seconds=5)
    long = asyncio.create_task(process.solve(pool(1), seconds=60))
    await _until(lambda: process.busy)

    long.cancel()
    with pytest.raises(asyncio.CancelledError):
        await long
    plan = await process.solve(OF, seconds=5)

    assert plan.status is Status.OPTIMAL


async def test_the_deadline_is_kept_on_a_pool_that_would_take_minutes(
    solver: Callable[..., Any],
) -> None:
    process = solver()
    await process.solve(OF, seconds=5)

    began = time.monotonic()
    plan = await process.solve(pool(2), seconds=1.5)

    assert time.monotonic() - began < 1.5 + 1.0 + 1.0
    assert faults(pool(2), plan) == []
    assert plan.assignments


async def test_closing_ends_the_child(solver: Callable[..., Any]) -> None:
    process = solver()
    await process.solve(OF, seconds=5)
    child = process.pid

    await process.close()

    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


async def test_a_question_left_half_asked_is_given_up_in_silence(
    solver: Callable[..., Any],
) -> None:
    heard = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: heard.append(context))
    process = solver("import time; time.sleep(60)")
    more_than_a_pipe_holds = [works("R1/1", "aya", 8)] * 10_000
    asked = asyncio.create_task(process.solve(OF, seconds=5, start=more_than_a_pipe_holds))
    await _until(lambda: process.pid is not None)

    asked.cancel()
    await asyncio.wait([asked])
    await process.close()
    del asked
    gc.collect()  # what nobody has asked for is told when it is thrown away

    assert heard == []


async def test_too_little_memory_costs_the_child_and_not_the_service(
    solver: Callable[..., Any],
) -> None:
    process = solver(memory_mib=150)

    plan = await process.solve(OF, seconds=2)

    assert plan.assignments == (BEST,)


async def _until(condition: Any, seconds: int = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("compiles", [False, True])
def test_only_a_process_that_is_told_to_compiles_in_the_background(
    compiles: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = []
    monkeypatch.setattr(solver_server, "ready", lambda: False)
    monkeypatch.setattr(solver_server, "compile_in_background", lambda: begun.append(1))

    solver_server._load(compiles=compiles)

    assert begun == [1] * compiles
