"""What use cases are tested with: the registry, and in time the store of the demo pools."""

import pytest

from infra.registry import Registry


@pytest.fixture(scope="session")
def places() -> Registry:
    return Registry()
