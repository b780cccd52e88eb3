"""Whether the console can work now: store and log answer. Said to whoever asks, without detail."""

import asyncio

from application.live.ports import WatchedLog
from application.ports import Reads
from models.log import log

#: Seconds; who answers later is as good as away.
_PATIENCE = 5.0


async def ready(reads: Reads, event_log: WatchedLog) -> bool:
    """Both answer in time; no error gets out."""
    try:
        async with asyncio.timeout(_PATIENCE):
            await reads.pools()
            await event_log.ping()
    except Exception as error:  # whatever is broken, we are not ready
        log.warning("web.not_ready", reason=type(error).__name__)
        return False
    return True
