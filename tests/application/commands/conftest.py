"""Sessions of several people on one store, as use cases see it: no command line, no service."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from application.session import Session
from service.wiring import Parts, opened
from tests import make
from tests.cli.stock import settings


@pytest.fixture
async def parts(tmp_path: Path) -> AsyncIterator[Parts]:
    async with opened(settings(tmp_path / "pool.db"), now=lambda: make.NOW) as parts:
        yield parts


@pytest.fixture
def sato(parts: Parts) -> Session:
    """One who acts."""
    return parts.session("sato")


@pytest.fixture
def suzuki(parts: Parts) -> Session:
    """Another one."""
    return parts.session("suzuki")
