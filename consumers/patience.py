"""TryAgain -> wait and hand over the same records again, so that order and records are kept."""

import asyncio
from collections.abc import Sequence

import structlog

from models.errors import TryAgain
from models.log import Handle, Record

log = structlog.get_logger()

#: Seconds between tries; the last one repeats until `TRIES` are used up.
WAITS = (0.05, 0.2, 1.0, 5.0, 15.0)
#: About four minutes: shorter than the broker's patience with a silent consumer (5 min).
TRIES = 19


def patient(handle: Handle, *, waits: Sequence[float] = WAITS, tries: int = TRIES) -> Handle:
    """The same handler, calling again while the world is not ready.

    When the tries are used up the error goes on: the offset stays, the lag grows, and someone is
    called. Nothing is dead-lettered for being early.
    """

    async def handle_patiently(records: Sequence[Record]) -> None:
        for attempt in range(tries):
            try:
                return await handle(records)
            except TryAgain as error:
                wait = waits[min(attempt, len(waits) - 1)]
                log.warning("retry.waiting", wait=wait, reason=str(error)[:200])
                await asyncio.sleep(wait)
        return await handle(records)

    return handle_patiently
