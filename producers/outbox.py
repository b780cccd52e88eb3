"""store (outbox) -> pools.v1, matches.v1, <topic>.dead: the only writer of derived facts"""

import asyncio
from collections.abc import Sequence
from typing import Protocol

from models.errors import Rejected, TryAgain
from models.event_log import EventLog, NewRecord, size
from models.log import log

#: Another process may have written to the outbox: look at least this often, in seconds.
LOOK_EVERY = 0.5
#: Seconds until what was put aside is sent once more.
UP_EVERY = 3600.0
_BATCH = 500


class Outbox(Protocol):
    @property
    def outbox_ready(self) -> asyncio.Event:
        """Set when this process wrote to the outbox."""

    async def outbox(self, limit: int) -> Sequence[tuple[int, NewRecord]]:
        """The oldest records not yet relayed, in order."""

    async def relayed(self, seqs: Sequence[int]) -> None:
        """Forget records that the log has acknowledged."""

    async def put_aside(self, seq: int, why: str) -> None:
        """Keep a record that the log refuses for good, out of the way of the others."""

    async def take_up(self) -> int:
        """Send what was put aside once more; how many there are."""


async def relay(
    store: Outbox,
    event_log: EventLog,
    *,
    look_every: float = LOOK_EVERY,
    up_every: float = UP_EVERY,
) -> None:
    """Carry the outbox to the log until cancelled.

    A crash between the append and the forgetting appends again; readers know the event by its id.
    A record that the log refuses is put aside and holds up nobody; it is sent once more at the
    start and every `up_every` seconds, for the log may take it by then.
    """
    clock = asyncio.get_running_loop().time
    taken_up = -up_every
    while True:
        store.outbox_ready.clear()
        try:
            if clock() - taken_up >= up_every:
                await store.take_up()
                taken_up = clock()
            while batch := await store.outbox(_BATCH):
                await _carry(store, event_log, batch)
        except TryAgain as error:
            log.warning("retry.waiting", wait=look_every, reason=str(error)[:200])
            await asyncio.sleep(look_every)
            continue
        try:
            await asyncio.wait_for(store.outbox_ready.wait(), look_every)
        except TimeoutError:
            continue


async def _carry(
    store: Outbox, event_log: EventLog, batch: Sequence[tuple[int, NewRecord]]
) -> None:
    try:
        await event_log.append([record for _, record in batch])
    except Rejected as error:
        if len(batch) > 1:  # one of them; alone each shows whether it is that one
            for one in batch:
                await _carry(store, event_log, [one])
            return
        [(seq, record)] = batch
        await store.put_aside(seq, f"{type(error).__name__}: {error}")
        log.error(
            "outbox.put_aside", topic=record.topic, bytes=size(record), reason=type(error).__name__
        )
        return
    await store.relayed([seq for seq, _ in batch])
    for _, record in batch:
        log.debug("outbox.relayed", topic=record.topic, key=record.key)
