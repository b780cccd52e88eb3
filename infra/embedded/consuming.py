"""log tables -> one consumer: batches of one partition in order, offsets after the work."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from typing import TypeVar

from infra.embedded import tables
from infra.embedded.change_notifier import ChangeNotifier
from infra.embedded.connection import Connection
from infra.embedded.tables import Offset
from models.event_log import Consumer
from models.retry import patiently

T = TypeVar("T")

#: A stopped service waits so long for the batches in hand.
GRACE_SECONDS = 15.0


class Feed:
    """Feeds consumers from the tables, each in a task of its own."""

    def __init__(self, reader: Connection, writer: Connection, wake: ChangeNotifier) -> None:
        self._reader = reader
        self._writer = writer
        self._wake = wake
        self._stopping = asyncio.Event()

    async def run(self, consumers: Sequence[Consumer]) -> None:
        """Feed until cancelled or until a handler raises; then finish the batches in hand."""
        feeds = [asyncio.create_task(self._feed(c), name=c.group) for c in consumers]
        try:
            await asyncio.wait(feeds, return_when=asyncio.FIRST_EXCEPTION)
        finally:
            self._stopping.set()
            self._wake.now()
            try:
                # A cancellation of asyncio.wait leaves what it waits for alone: only a second
                # cancellation, or the end of the grace, interrupts a handler.
                await asyncio.wait(feeds, timeout=GRACE_SECONDS)
            finally:
                for feed in feeds:
                    feed.cancel()
                ended = await asyncio.gather(*feeds, return_exceptions=True)
            # Also where the run was cancelled: an error must not hide behind a stop.
            for error in ended:
                if isinstance(error, Exception):
                    raise error

    async def _feed(self, consumer: Consumer) -> None:
        if consumer.start == "now":
            group, topics = consumer.group, consumer.topics
            await _patiently(self._writer, lambda db: tables.begin_now(db, group, topics))
        while not self._stopping.is_set():
            changed = self._wake.mark()
            places = await _patiently(
                self._reader, lambda db: tables.waiting(db, consumer.group, consumer.topics)
            )
            for place, _ in places:
                await self._take(consumer, place)
                if self._stopping.is_set():
                    return
            if not places:
                await changed.wait()

    async def _take(self, consumer: Consumer, place: Offset) -> None:
        batch = await _patiently(self._reader, lambda db: tables.read(db, place, consumer.batch))
        await consumer.handle(batch)
        done = place._replace(next=batch[-1].offset + 1)
        await _patiently(self._writer, lambda db: tables.move(db, consumer.group, done))


async def _patiently(connection: Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    """The same until the file is there: a file that is away for a while is no reason to stop."""
    return await patiently(lambda: connection.do(work))
