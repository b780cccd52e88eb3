"""The engines that must keep the contract, and how to open, prepare and take away each of them."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Literal, Protocol

from infra.embedded import EmbeddedLog
from infra.kafka import KafkaLog
from models.event_log import EventLog
from tests.contract.mock_cluster import MockCluster
from tests.real.server import free_port

#: What not every engine can show; a test names what it needs with `@pytest.mark.needs`.
#: provision: topics are made by asking. forget: a killed member of a group is forgotten.
#: share: several services share the partitions of a group.
Capability = Literal["provision", "forget", "share"]
PARTITIONS = 4


class Engine(Protocol):
    """One event log that several `EventLog` objects, of several processes, may open."""

    spec: str  #: names the log to another process, see `opened`

    async def prepare(self, *topics: str) -> None:
        """Make the topics."""

    def away(self) -> "AwayLog":
        """A log of this engine that nobody can reach at this moment."""


class AwayLog(Protocol):
    def __enter__(self) -> EventLog: ...
    def __exit__(self, *error: Any) -> bool | None: ...


def log_at(spec: str) -> EventLog:
    """The event log that a spec names: `embedded:PATH`, `mock:SERVERS` or `kafka:SERVERS`."""
    kind, _, where = spec.partition(":")
    if kind == "embedded":
        return EmbeddedLog(Path(where), partitions=PARTITIONS)
    # 6 s is the shortest session a broker grants. The mock grants any, and lets who comes back
    # to a group wait for a second less than a session.
    session = 2 if kind == "mock" else 6
    return KafkaLog(where, partitions=PARTITIONS, patience=8, session_seconds=session)


@asynccontextmanager
async def opened(spec: str) -> AsyncIterator[EventLog]:
    """Open the log of a spec and close it at the end."""
    log = log_at(spec)
    try:
        yield log
    finally:
        await log.close()


class Embedded:
    can: frozenset[Capability] = frozenset({"provision", "forget"})

    def __init__(self, path: Path) -> None:
        self.path = path
        self.spec = f"embedded:{path}"

    async def prepare(self, *topics: str) -> None:
        async with opened(self.spec) as log:
            await log.provision(topics)

    @contextmanager
    def away(self) -> Iterator[EventLog]:
        """The file is locked by another writer."""
        other = sqlite3.connect(self.path, isolation_level=None)
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        try:
            yield EmbeddedLog(self.path, busy_seconds=0.1)
        finally:
            other.close()


class Mock:
    """librdkafka's mock cluster: it knows no admin calls."""

    can: frozenset[Capability] = frozenset()

    def __init__(self, cluster: MockCluster) -> None:
        self._cluster = cluster
        self.spec = f"mock:{cluster.servers}"

    async def prepare(self, *topics: str) -> None:
        for topic in topics:
            self._cluster.make_topic(topic, PARTITIONS)

    def away(self) -> AwayLog:
        return _no_broker()


class Kafka:
    can: frozenset[Capability] = frozenset({"provision", "forget", "share"})

    def __init__(self, servers: str) -> None:
        self.spec = f"kafka:{servers}"

    async def prepare(self, *topics: str) -> None:
        async with opened(self.spec) as log:
            await log.provision(topics)

    def away(self) -> AwayLog:
        return _no_broker()


@contextmanager
def _no_broker() -> Iterator[EventLog]:
    yield KafkaLog(f"127.0.0.1:{free_port()}", patience=1)


ENGINES: dict[str, type[Embedded | Mock | Kafka]] = {
    "embedded": Embedded,
    "mock-kafka": Mock,
    "kafka": Kafka,
}
