"""records -> SQLite tables -> consumers: the event log without a broker."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Mapping, Sequence
from pathlib import Path

from infra.embedded import tables
from infra.embedded.change_notifier import ChangeNotifier
from infra.embedded.connection import Connection
from infra.embedded.consuming import Feed
from infra.embedded.single_instance import only_service
from infra.embedded.tables import Offset
from models.event_log import (
    Consumer,
    NewRecord,
    PartitionOffsets,
    Position,
    Record,
    check_records,
)

_TAIL_BATCH = 200


class EmbeddedLog:
    """An event log in one SQLite file. Any local process may append and watch; one may run.

    `busy_seconds`: how long a write waits for another process's write before it is TryAgain.
    """

    def __init__(self, path: Path, *, partitions: int = 1, busy_seconds: float = 5.0) -> None:
        self._path = path
        self._partitions = partitions
        # Two connections: a reader must not wait behind an append that waits for the disk.
        self._writer = Connection(path, busy_seconds=busy_seconds, name="writer")
        self._reader = Connection(path, busy_seconds=busy_seconds, name="reader")
        self._wake = ChangeNotifier(self._reader)

    async def provision(self, topics: Sequence[str]) -> None:
        """Make every topic that does not exist yet, and the file with its folder."""
        await asyncio.to_thread(self._path.parent.mkdir, parents=True, exist_ok=True)
        await self._writer.do(lambda db: tables.provision(db, topics, self._partitions))

    async def forgetting(self, topics: Sequence[str]) -> Sequence[str]:
        """None: the file lets go of nothing."""
        return ()

    async def append(self, records: Sequence[NewRecord]) -> Sequence[Position]:
        """Keep the records, all or none; they are on the disk when this returns.

        Raises TryAgain where the file is locked or away, or a topic does not exist yet, Rejected
        (TooLarge) where no log takes one of them.
        """
        if not records:
            return []
        check_records(records)
        positions = await self._writer.do(lambda db: tables.append(db, records))
        self._wake.now()
        return positions

    async def run(self, consumers: Sequence[Consumer]) -> None:
        """Feed the consumers until cancelled; raises the first error of a handler.

        A cancelled run finishes the batches in hand, for at most 15 seconds.
        Raises Mistake where another service runs on this file.
        """
        with only_service(self._path):
            await Feed(self._reader, self._writer, self._wake).run(consumers)

    async def tail(self, topics: Sequence[str], *, past: int = 0) -> AsyncGenerator[Record, None]:
        """Records as they are appended; first the last `past` of each partition."""
        ends = await self._reader.do(lambda db: tables.ends(db, topics))
        places = {(e.topic, e.partition): e._replace(next=max(0, e.next - past)) for e in ends}
        while True:
            changed = self._wake.mark()
            found = False
            for at in list(places):
                for record in await self._read(places[at]):
                    yield record
                    places[at] = places[at]._replace(next=record.offset + 1)
                    found = True
            if not found:
                await changed.wait()

    async def lag(self, group: str, topics: Sequence[str]) -> int:
        """How many records of the topics the group has not taken yet."""
        places = await self._reader.do(lambda db: tables.waiting(db, group, topics))
        return sum(count for _, count in places)

    async def partitions(self, topics: Sequence[str]) -> Sequence[PartitionOffsets]:
        """Every partition of the topics that exist, in order. Nothing is ever let go of."""
        ends = await self._reader.do(lambda db: tables.ends(db, topics))
        return [
            PartitionOffsets(topic=end.topic, partition=end.partition, begin=0, end=end.next)
            for end in ends
        ]

    async def taken(self, group: str, topics: Sequence[str]) -> Mapping[tuple[str, int], int]:
        """By topic and partition: the offset that the group takes next."""
        places = await self._reader.do(lambda db: tables.taken(db, group, topics))
        return {(place.topic, place.partition): place.next for place in places}

    async def rewind(self, group: str, topics: Sequence[str]) -> None:
        """The group takes the topics from their beginning again. Raises Mistake while it runs."""
        with only_service(self._path):
            await self._writer.do(lambda db: tables.rewind(db, group, topics))

    async def ping(self) -> str:
        """The file and SQLite's version; raises TryAgain where the file is away."""
        await self._reader.do(lambda db: db.execute("SELECT count(*) FROM log_partitions"))
        return f"embedded log {self._path}, SQLite {sqlite3.sqlite_version}"

    async def _read(self, place: Offset) -> Sequence[Record]:
        return await self._reader.do(lambda db: tables.read(db, place, _TAIL_BATCH))

    async def close(self) -> None:
        await self._wake.close()
        await self._reader.close()
        await self._writer.close()
