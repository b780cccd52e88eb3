"""TryAgain -> wait, say so, and do the same again: for as long as it takes."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from itertools import count
from typing import TypeVar

from models.errors import TryAgain
from models.log import log

T = TypeVar("T")


#: Seconds between tries; the last one repeats: what is back is found within seconds.
WAITS = (0.05, 0.2, 1.0, 5.0)


async def patiently(work: Callable[[], Awaitable[T]], *, waits: Sequence[float] = WAITS) -> T:
    """What `work` returns, once the world is ready for it. Each failure is a line of the log.

    It never gives up: ending would bring back no server, and whoever starts us again would only
    wait in our place. Every other error goes on at once.
    """
    loop = asyncio.get_running_loop()
    began = loop.time()
    for attempt in count():
        try:
            done = await work()
        except TryAgain as error:
            wait = waits[min(attempt, len(waits) - 1)]
            waited = round(loop.time() - began, 1)
            log.warning("retry.waiting", wait=wait, waited=waited, reason=str(error)[:200])
            await asyncio.sleep(wait)
        else:
            if attempt:
                log.info("retry.over", waited=round(loop.time() - began, 1))
            return done
    raise AssertionError("counting never ends")
