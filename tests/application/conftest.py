"""What use cases are tested with: the registry, and the planned store of the sample pools."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.registry import Registry
from tests.made_once import planned_samples
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
    return planned_samples(tmp_path_factory)
