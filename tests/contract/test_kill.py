"""kill -9 at any moment: what was acknowledged is there, what was not handled comes again."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from models.event_log import EventLog
from tests.contract.engines import Engine
from tests.contract.taking import DEADLINE_SECONDS, Taker, first, numbered, running, until_taken

ROOT = Path(__file__).parents[2]


async def killed_after(lines: int, *arguments: str) -> list[int]:
    """Start a worker, kill it once it has said so many numbers; all that it said."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.contract.worker", *arguments,
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    said: list[int] = []
    try:
        async with asyncio.timeout(DEADLINE_SECONDS):
            while len(said) < lines:
                said.append(int(await process.stdout.readline()))
    finally:
        process.send_signal(signal.SIGKILL)
    rest = await process.stdout.read()
    await process.wait()
    # A line cut short by the blow was not said.
    return said + [int(line) for line in rest.splitlines(keepends=True) if line.endswith(b"\n")]


async def test_everything_acknowledged_to_a_killed_process_is_there(
    engine: Engine, log: EventLog, topic: str
) -> None:
    said = await killed_after(50, "append", engine.spec, topic)

    kept = [int(r.value) for r in await first(len(said), log, topic)]

    assert said == list(range(len(said)))
    assert kept == said


@pytest.mark.needs("forget")
async def test_a_group_loses_nothing_when_its_process_is_killed(
    engine: Engine, log: EventLog, topic: str
) -> None:
    taker = Taker(topic)
    await log.append(numbered(topic, 200))

    said = [
        await killed_after(20, "take", engine.spec, topic, taker.group),
        await killed_after(20, "take", engine.spec, topic, taker.group),
    ]
    async with running(log, taker):
        await until_taken(log, taker)

    rest = [int(value) for value in taker.values]
    assert {*said[0], *said[1], *rest} == set(range(200))
    assert rest[-1] == 199
    # Only what was in hand at a blow comes twice: at most one batch of three each.
    assert len(said[0]) + len(said[1]) + len(rest) <= 200 + 2 * 3
