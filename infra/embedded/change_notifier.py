"""Wakes those who wait for records: at once for this process, within 20 ms for any other."""

import asyncio
from contextlib import suppress

from infra.embedded import tables
from infra.embedded.connection import Connection
from models.errors import TryAgain

#: Between two looks at the file. SQLite has no way to be called; a look costs some 50 µs.
LOOK_SECONDS = 0.02


class ChangeNotifier:
    """Take `mark`, look for records, and where there are none wait for the mark to be set."""

    def __init__(self, reader: Connection) -> None:
        self._reader = reader
        self._changed = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None

    def mark(self) -> asyncio.Event:
        """An event that is set at the first change after now. Raises what ended the looking."""
        if self._watching is not None and self._watching.done():
            self._watching.result()
        if self._watching is None:
            self._watching = asyncio.create_task(self._watch(), name="log-wake")
        return self._changed

    def now(self) -> None:
        """Wake everybody who waits."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def close(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)

    async def _watch(self) -> None:
        seen = None  # so that the first look wakes: something may have come before it
        try:
            while True:
                with suppress(TryAgain):  # away: look again
                    found = await self._reader.do(tables.changes)
                    if found != seen:
                        seen = found
                        self.now()
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            self.now()  # nobody waits for a mark that nothing sets any more
