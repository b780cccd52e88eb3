"""What the store wants to say is said: the relay runs until nothing is left."""

import asyncio
from contextlib import suppress

from producers.outbox import relay
from service.wiring import Parts


async def relayed(parts: Parts) -> None:
    """Every record of the outbox is on its topic."""
    task = asyncio.create_task(relay(parts.store, parts.event_log))
    async with asyncio.timeout(20):
        while await parts.store.outbox(1):  # noqa: ASYNC110 the relay rings no bell when done
            await asyncio.sleep(0.01)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
