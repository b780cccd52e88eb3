"""The outbox reaches the log in order, whatever fails on the way: repeats happen, losses never."""

import asyncio
from typing import Any

from models.errors import TooLarge, TryAgain
from models.event_log import NewRecord
from producers.outbox import relay


class Shelf:
    """An outbox in memory."""

    def __init__(self, count: int) -> None:
        self.outbox_ready = asyncio.Event()
        self.rows = {n: NewRecord(topic="t", key="20", value=b"%d" % n) for n in range(count)}
        self.emptied = asyncio.Event()
        self.aside = {}  # type: ignore[var-annotated]

    async def outbox(self, limit: Any) -> Any:
        if not self.rows:
            self.emptied.set()
        return list(self.rows.items())[:limit]

    async def relayed(self, seqs: Any) -> None:
        for seq in seqs:
            del self.rows[seq]

    async def put_aside(self, seq: Any, why: Any) -> None:
        self.aside[seq] = self.rows.pop(seq), why

    async def take_up(self) -> None:
        self.rows |= {seq: record for seq, (record, _) in self.aside.items()}
        self.rows = dict(sorted(self.rows.items()))
        self.aside = {}


class Tape:
    """A log that is away for its first calls, and refuses some values for good."""

    def __init__(self, failures: int = 0, refused: Any = ()) -> None:
        self.failures, self.values, self.refused = failures, [], set(refused)  # type: ignore[var-annotated]

    async def append(self, records: Any) -> Any:
        if any(r.value in self.refused for r in records):
            raise TooLarge
        self.values += [r.value for r in records]
        if self.failures:
            self.failures -= 1
            raise TryAgain("away")
        return []


async def relay_until_empty(shelf: Any, tape: Any) -> None:
    task = asyncio.create_task(relay(shelf, tape))
    async with asyncio.timeout(10):
        await shelf.emptied.wait()
    task.cancel()
    await asyncio.wait([task])


async def test_everything_is_relayed_in_order() -> None:
    shelf, tape = Shelf(1200), Tape()

    await relay_until_empty(shelf, tape)

    assert tape.values == [b"%d" % n for n in range(1200)]


async def test_a_log_that_was_away_gets_everything_at_least_once() -> None:
    shelf, tape = Shelf(3), Tape(failures=1)

    await relay_until_empty(shelf, tape)

    assert tape.values == [b"0", b"1", b"2"] * 2


async def test_new_rows_wake_the_relay() -> None:
    shelf, tape = Shelf(0), Tape()
    task = asyncio.create_task(relay(shelf, tape))  # type: ignore[arg-type]
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


async def test_what_the_log_refuses_is_put_aside_and_the_rest_flows_on_in_order() -> None:
    shelf, tape = Shelf(7), Tape(refused=[b"2", b"5"])

    await relay_until_empty(shelf, tape)

    assert tape.values == [b"0", b"1", b"3", b"4", b"6"]
    whys = {seq: why for seq, (_, why) in shelf.aside.items()}
    assert whys == dict.fromkeys((2, 5), "TooLarge: The record is larger than the log takes.")


async def test_what_was_put_aside_is_sent_where_the_log_takes_it_by_now() -> None:
    shelf = Shelf(3)
    await relay_until_empty(shelf, Tape(refused=[b"1"]))

    shelf.emptied.clear()
    tape = Tape()
    await relay_until_empty(shelf, tape)

    assert tape.values == [b"1"]
    assert shelf.aside == {}


async def test_a_log_that_is_away_puts_nothing_aside() -> None:
    shelf = Shelf(3)

    await relay_until_empty(shelf, Tape(failures=2))

    assert shelf.aside == {}
