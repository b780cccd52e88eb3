"""What neither ends nor says why is said, and then ends the process; everything else goes on."""

import asyncio
import json
import subprocess
import sys
import textwrap
from typing import Any

import pytest
from structlog.testing import capture_logs

from models.errors import Stuck, TryAgain
from service.exit_codes import STUCK
from service.running.pending_calls import PendingCalls
from service.running.watchdog import Watchdog

SECONDS = 1.0


async def forever() -> None:
    await asyncio.Event().wait()


def ended(program: str) -> tuple[int, list[dict[str, Any]]]:
    """The exit code of a service whose `work` is given, and its log lines."""
    head = """
    import asyncio, sys, time
    from infra.logging import set_up
    from service.running import watchdog
    from service.cli.app import run
    from service.cli.frame.root import main, root
    from service.running.pending_calls import PendingCalls

    set_up("json", "info")
    watchdog.GRACE_SECONDS = 1.0
    pending = PendingCalls()

    async def serve(work):
        with watchdog.Watchdog(pending, seconds=1.0) as dog:
            async with asyncio.TaskGroup() as group:
                group.create_task(dog.watch())
                group.create_task(pending.call("work", work)())
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(head) + textwrap.dedent(program)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("{")]
    return done.returncode, [json.loads(line) for line in lines]


def test_work_that_never_ends_is_said_and_then_ends_the_process() -> None:
    code, said = ended(
        """
        from service.cli.frame.lazy_command import LazyCommand

        async def work():
            await asyncio.Event().wait()

        def hang():
            try:
                run(serve(work))
            except ExceptionGroup as errors:
                raise errors.exceptions[0]

        sys.argv = ["talentpool", "hang"]
        commands = root()
        commands.add_command(LazyCommand("hang", "Hang.", lambda: hang))
        main(commands)
        """
    )

    assert code == STUCK
    assert {line["event"] for line in said[:-1]} == {"service.no_progress"}
    assert said[-1]["event"] == "service.stuck"
    assert {line["work"] for line in said} == {"work"}


@pytest.mark.parametrize(
    ("how", "work"),
    [
        ("time.sleep(60)", "event loop"),
        ("await asyncio.shield(asyncio.to_thread(time.sleep, 60))", "work"),
    ],
    ids=["the event loop is held up", "a thread is held up"],
)
def test_what_cannot_be_cancelled_ends_the_process_all_the_same(how: str, work: str) -> None:
    code, said = ended(
        f"""
        async def work():
            {how}

        asyncio.run(serve(work))
        """
    )

    assert code == STUCK
    assert (said[-1]["event"], said[-1]["work"]) == ("service.stuck", work)


async def test_calls_that_end_are_progress_however_many_there_are() -> None:
    pending = PendingCalls()
    call = pending.call("call", asyncio.sleep)

    with capture_logs() as said, Watchdog(pending, seconds=SECONDS) as dog:
        watch = asyncio.ensure_future(dog.watch())
        for _ in range(8):
            await call(SECONDS / 4)
        assert not watch.done()

    assert said == []


async def test_a_call_that_fails_is_not_in_hand_any_more() -> None:
    pending = PendingCalls()

    class Away:
        size = 3

        async def get(self) -> None:
            raise TryAgain

    away = pending.calls("store", Away())
    with pytest.raises(TryAgain):
        await away.get()

    assert away.size == 3
    assert pending.look() == []


async def test_a_call_that_is_begun_is_in_hand_by_its_name() -> None:
    class Silent:
        async def get(self) -> None:
            await forever()

    pending = PendingCalls()
    task = asyncio.ensure_future(pending.calls("store", Silent()).get())
    await asyncio.sleep(0)

    assert [held.name for held in pending.look()] == ["store.get"]
    task.cancel()


def test_a_process_that_was_frozen_is_not_stuck() -> None:
    code, said = ended(
        """
        import os, signal, subprocess
        again = "import os, signal, time; time.sleep(3); os.kill(%d, signal.SIGCONT)" % os.getpid()
        thaw = subprocess.Popen([sys.executable, "-c", again])

        async def work():
            os.kill(os.getpid(), signal.SIGSTOP)
            thaw.wait()
            sys.exit(7)

        asyncio.run(serve(work))
        """
    )

    assert (code, said) == (7, [])


async def test_zero_seconds_never_looks() -> None:
    pending = PendingCalls()
    task = asyncio.ensure_future(pending.call("work", forever)())
    with Watchdog(pending, seconds=0) as dog, pytest.raises(TimeoutError):
        await asyncio.wait_for(dog.watch(), 0.2)

    assert [held.looks for held in pending.look()] == [1]
    task.cancel()


def test_stuck_is_an_error_with_a_sentence() -> None:
    assert "neither ends nor says why" in str(Stuck())
