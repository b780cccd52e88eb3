"""A service beside the command line under test, in a thread; and a clock that stands still."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from infra.logging import set_up
from service import office_time
from service.cli.solve import plan_sheets
from service.running.service import Service
from service.wiring import opened
from tests import make
from tests.cli.stock import settings

_DEADLINE = 30.0


@contextmanager
def serving(directory: Path) -> Iterator[None]:
    """The service on the store of a directory, until the block ends."""
    # Without this the service would speak on stdout, between the lines of an answer.
    set_up("json", "error")
    ready = threading.Event()
    loop = asyncio.new_event_loop()
    tasks: list[asyncio.Task[None]] = []

    async def serve() -> None:
        async with opened(
            settings(directory / "var" / "talentpool.db"), now=lambda: make.NOW
        ) as parts:
            tasks.append(asyncio.ensure_future(Service(parts).run()))
            ready.set()
            await asyncio.wait(tasks)

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), daemon=True)
    thread.start()
    assert ready.wait(_DEADLINE), "the service did not start"
    try:
        yield
    finally:
        loop.call_soon_threadsafe(tasks[0].cancel)
        thread.join(_DEADLINE)
        loop.close()


def stop_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every writing command sees the same day."""
    for module in (office_time, plan_sheets):
        monkeypatch.setattr(module, "office_clock", lambda _: lambda: make.NOW)
