"""What takes long to make is made once for a run of the tests, by whichever worker needs it first.

Copy what is in it before a test changes it.
"""

import asyncio
import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import structlog

from tests.application.demo_store import fill


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder of this run that `make` has filled; the other workers wait for it."""
    of_worker = factory.getbasetemp()
    shared = of_worker.parent if "PYTEST_XDIST_WORKER" in os.environ else of_worker
    folder, done = shared / name, shared / f"{name}.made"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            done.touch()
    return folder


def planned_samples(factory: pytest.TempPathFactory) -> Path:
    """The store of the sample pools, planned."""

    def make(folder: Path) -> None:
        asyncio.run(fill(folder / "talentpool.db"))
        structlog.reset_defaults()

    return made_once(factory, "samples", make) / "talentpool.db"
