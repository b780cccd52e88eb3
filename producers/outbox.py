"""store (outbox) -> pools.v1, matches.v1, <topic>.dead: the only writer of derived facts"""

import asyncio
from collections.abc import Sequence
from typing import Protocol

import structlog

from models.errors import TryAgain
from models.log import EventLog, NewRecord

log = structlog.get_logger()

#: Another process may have written to the outbox: look at least this often, in seconds.
LOOK_EVERY = 0.5
_BATCH = 500


class Outbox(Protocol):
    @property
    def outbox_ready(self) -> asyncio.Event:
        """Set when this process wrote to the outbox."""

    async def outbox(self, limit: int) -> Sequence[tuple[int, NewRecord]]:
        """The oldest records not yet relayed, in order."""

    async def relayed(self, seqs: Sequence[int]) -> None:
        """Forget records that the log has acknowledged."""


async def relay(store: Outbox, event_log: EventLog) -> None:
    """Carry the outbox to the log until cancelled.

    A crash between the append and the forgetting appends again; readers know the event by its id.
    """
    while True:
        store.outbox_ready.clear()
        try:
            while batch := await store.outbox(_BATCH):
                await event_log.append([record for _, record in batch])
                await store.relayed([seq for seq, _ in batch])
                for _, record in batch:
                    log.debug("outbox.relayed", topic=record.topic, key=record.key)
        except TryAgain as error:
            log.warning("retry.waiting", wait=LOOK_EVERY, reason=str(error)[:200])
            await asyncio.sleep(LOOK_EVERY)
            continue
        try:
            await asyncio.wait_for(store.outbox_ready.wait(), LOOK_EVERY)
        except TimeoutError:
            continue
