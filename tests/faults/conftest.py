"""One world for all faults; each test has services and chance of its own."""

import random
from collections.abc import Callable, Iterator

import pytest

from tests.acceptance.processes import Running
from tests.faults.world import HOLD, SEED, World
from tests.real.server import Unavailable


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    try:
        world = World(tmp_path_factory.mktemp("world"))
        world.start()
    except Unavailable as reason:
        pytest.skip(str(reason))
    print(f"\nseed {SEED}; a fault lasts {HOLD:g} s")
    yield world
    world.close()


@pytest.fixture
def world(servers: World) -> Iterator[World]:
    yield servers
    servers.heal()


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """When it happens, and how; the same for the same seed, in whatever order tests run."""
    return random.Random(f"{SEED} {request.node.name}")


@pytest.fixture
def start(world: World) -> Iterator[Callable[..., Running]]:
    """Starts services; ends those that have not ended."""
    running: list[Running] = []

    def started(**settings: str) -> Running:
        running.append(world.service(**settings))
        return running[-1]

    yield started
    for service in running:
        if service.process.poll() is None:
            service.process.kill()
        service.end()
