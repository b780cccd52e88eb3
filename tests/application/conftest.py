"""What use cases are tested with: the registry, and the planned store of the sample pools."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from infra.registry import Registry
from tests.application.demo_store import fill
from tests.solver_inside import solver_inside


@pytest.fixture(autouse=True)
def _solver_inside() -> Iterator[None]:
    """No child is started: the tests of the solver and of whole processes do that."""
    with solver_inside():
        yield


@pytest.fixture(scope="session")
def places() -> Registry:
    return Registry()


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read it only: every test shares it."""
    database = tmp_path_factory.mktemp("demo") / "talentpool.db"
    asyncio.run(fill(database))
    structlog.reset_defaults()
    return database
