"""The outbox reaches the log in order, whatever fails on the way: repeats happen, losses never."""

import asyncio

from models.errors import TryAgain
from models.log import NewRecord
from producers.outbox import relay


class Shelf:
    """An outbox in memory."""

    def __init__(self, count: int) -> None:
        self.outbox_ready = asyncio.Event()
        self.rows = {n: NewRecord(topic="t", key="20", value=b"%d" % n) for n in range(count)}
        self.emptied = asyncio.Event()

    async def outbox(self, limit):
        if not self.rows:
            self.emptied.set()
        return list(self.rows.items())[:limit]

    async def relayed(self, seqs):
        for seq in seqs:
            del self.rows[seq]


class Tape:
    """A log that is away for its first calls."""

    def __init__(self, failures: int = 0) -> None:
        self.failures, self.values = failures, []

    async def append(self, records):
        self.values += [r.value for r in records]
        if self.failures:
            self.failures -= 1
            raise TryAgain("away")
        return []


async def relay_until_empty(shelf, tape):
    task = asyncio.create_task(relay(shelf, tape))
    async with asyncio.timeout(10):
        await shelf.emptied.wait()
    task.cancel()
    await asyncio.wait([task])


async def test_everything_is_relayed_in_order():
    shelf, tape = Shelf(1200), Tape()

    await relay_until_empty(shelf, tape)

    assert tape.values == [b"%d" % n for n in range(1200)]


async def test_a_log_that_was_away_gets_everything_at_least_once():
    shelf, tape = Shelf(3), Tape(failures=1)

    await relay_until_empty(shelf, tape)

    assert tape.values == [b"0", b"1", b"2"] * 2


async def test_new_rows_wake_the_relay():
    shelf, tape = Shelf(0), Tape()
    task = asyncio.create_task(relay(shelf, tape))
    async with asyncio.timeout(10):
        await shelf.emptied.wait()

    shelf.emptied.clear()
    shelf.rows[7] = NewRecord(topic="t", key="20", value=b"7")
    shelf.outbox_ready.set()
    async with asyncio.timeout(10):
        await shelf.emptied.wait()
    task.cancel()
    await asyncio.wait([task])

    assert tape.values == [b"7"]
