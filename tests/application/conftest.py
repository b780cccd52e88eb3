"""What use cases are tested with: the registry, and the planned store of the sample pools."""

import asyncio
from pathlib import Path

import pytest
import structlog

from infra.registry import Registry
from tests.application.demo_store import fill


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
