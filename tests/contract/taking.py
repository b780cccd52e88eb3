"""A consumer that remembers what it took, and a run in the background."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager, suppress
from typing import Literal
from uuid import uuid4

from models.event_log import Consumer, EventLog, NewRecord, Record

#: A real broker gives a dead member's partitions away only after its session of 6 s.
DEADLINE_SECONDS = 30.0


class Taker:
    """Takes records for a group of its own, or the one given."""

    def __init__(
        self,
        *topics: str,
        group: str | None = None,
        batch: int = 200,
        start: Literal["beginning", "now"] = "beginning",
    ) -> None:
        self.group = group or f"group.{uuid4().hex}"
        self.topics = topics
        self.batch = batch
        self.start = start
        self.batches: list[Sequence[Record]] = []

    async def handle(self, batch: Sequence[Record]) -> None:
        self.batches.append(batch)

    @property
    def consumer(self) -> Consumer:
        return Consumer(
            group=self.group,
            topics=self.topics,
            handle=self.handle,
            batch=self.batch,
            start=self.start,
        )

    @property
    def records(self) -> list[Record]:
        return [record for batch in self.batches for record in batch]

    @property
    def values(self) -> list[bytes]:
        return [record.value for record in self.records]

    async def has(self, count: int) -> None:
        """Wait until so many records were taken."""
        await until(lambda: len(self.records) >= count)


async def until(condition: Callable[[], bool], seconds: float = DEADLINE_SECONDS) -> None:
    """Wait for a condition; fail at the deadline."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 there is nobody to set an event
            await asyncio.sleep(0.005)


async def until_taken(log: EventLog, taker: Taker) -> None:
    """Wait until the group's offsets have reached the end of its topics."""
    async with asyncio.timeout(DEADLINE_SECONDS):
        while await log.lag(taker.group, taker.topics):  # noqa: ASYNC110
            await asyncio.sleep(0.005)


async def first(count: int, log: EventLog, topic: str) -> list[Record]:
    """So many records from the beginning of a topic, without a group."""
    async with asyncio.timeout(DEADLINE_SECONDS), aclosing(log.tail([topic], past=10**9)) as tail:
        return [await anext(tail) for _ in range(count)]


@asynccontextmanager
async def running(log: EventLog, *takers: Taker) -> AsyncIterator[asyncio.Task[None]]:
    """Run the takers in the background and stop them at the end; their errors are raised."""
    run = asyncio.create_task(log.run([taker.consumer for taker in takers]))
    try:
        yield run
    finally:
        run.cancel()
        with suppress(asyncio.CancelledError):
            await run


def record(topic: str, value: bytes = b"{}", *, key: str = "20", **more: bytes) -> NewRecord:
    """A record to append; keyword arguments become headers."""
    return NewRecord(topic=topic, key=key, value=value, headers=tuple(more.items()))


def numbered(topic: str, count: int, *, keys: Sequence[str] = ("20",)) -> list[NewRecord]:
    """Records 0, 1, 2 ... over the keys in turn."""
    return [record(topic, str(n).encode(), key=keys[n % len(keys)]) for n in range(count)]
