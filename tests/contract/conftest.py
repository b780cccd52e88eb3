"""Runs each contract test on every engine that can show what the test needs."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from models.event_log import EventLog
from tests.contract.engines import ENGINES, Embedded, Engine, Kafka, Mock, opened
from tests.contract.mock_cluster import MockCluster

_KAFKA = pytest.param("kafka", marks=pytest.mark.kafka)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(capability): run only on engines that have it")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" not in metafunc.fixturenames:
        return
    needs = {c for mark in metafunc.definition.iter_markers("needs") for c in mark.args}
    able = [name for name, engine in ENGINES.items() if needs <= engine.can]
    params = [_KAFKA if name == "kafka" else name for name in able]
    metafunc.parametrize("engine", params, indirect=True)


@pytest.fixture
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    match request.param:
        case "embedded":
            yield Embedded(tmp_path / "talentpool.db")
        case "mock-kafka":
            cluster = MockCluster()
            yield Mock(cluster)
            cluster.close()
        case _:
            yield Kafka(request.getfixturevalue("real_kafka"))


@pytest.fixture
async def topic(engine: Engine) -> str:
    """A topic that no other test uses."""
    name = f"test.{uuid4().hex}"
    await engine.prepare(name)
    return name


@pytest.fixture
async def log(engine: Engine, topic: str) -> AsyncIterator[EventLog]:
    async with opened(engine.spec) as log:
        yield log
