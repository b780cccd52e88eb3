"""Fixtures every test may use: the real broker and the real database, started once if asked for."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.real import kafka_broker, postgres_server
from tests.real.server import Server, Unavailable

# `make test` compiles before; a service of a test that is run without must not, beside the tests.
os.environ["TALENTPOOL_COMPILE_SEARCH"] = "false"

# Modules are compiled once: not in every process that a test starts, nor in every run.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

#: No test loses the power: where files may lie in memory, nobody waits for a disk.
if Path("/dev/shm").is_dir():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", "/dev/shm")

# A busy machine makes no example wrong.
settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")

_USED = pytest.StashKey[list[str]]()


def pytest_collection_finish() -> None:
    """What was collected stays to the end: no collection of garbage has to look at it again."""
    gc.collect()
    gc.freeze()


def _serve(config: pytest.Config, what: str, start: Callable[[], Server]) -> Iterator[str]:
    used = config.stash.setdefault(_USED, [])
    try:
        server = start()
    except Unavailable as reason:
        used.append(f"{what}: none; {reason}")
        pytest.skip(str(reason))
    used.append(f"{what}: {server.name} at {server.address.rpartition('@')[2]}")
    try:
        yield server.address
    finally:
        server.stop()


@pytest.fixture(scope="session")
def real_kafka(pytestconfig: pytest.Config) -> Iterator[str]:
    """Bootstrap servers of a real Apache Kafka; skips, with the reason, where there is none."""
    yield from _serve(pytestconfig, "broker", kafka_broker.start)


@pytest.fixture(scope="session")
def real_postgres(pytestconfig: pytest.Config) -> Iterator[str]:
    """SQLAlchemy URL of a real PostgreSQL; skips, with the reason, where there is none."""
    yield from _serve(pytestconfig, "database", postgres_server.start)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say which broker and database were used."""
    if used := config.stash.get(_USED, []):
        terminalreporter.section("real servers")
        for line in used:
            terminalreporter.line(line)
