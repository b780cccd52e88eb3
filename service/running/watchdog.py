"""Work in hand that neither ends nor says why -> a line of the log, then the end of the process."""

import asyncio
import os
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

from models.errors import Stuck
from models.log import log
from service.exit_codes import STUCK
from service.running.pending_calls import Held, PendingCalls

#: So long may the end take; what is stuck may hold that up as well.
GRACE_SECONDS = 30.0
#: Looks at each piece of work before it is called stuck.
_LOOKS = 20


class Watchdog:
    """Looks at what is in hand from a thread of its own, as the event loop may be what is stuck.

    It counts its own looks and reads no clock: a process that was frozen, or a machine that slept,
    is not stuck. From half of `seconds` on it says what does not move; 0 seconds: it never looks.
    """

    def __init__(self, pending: PendingCalls, *, seconds: float) -> None:
        self._pending = pending
        self._seconds = seconds
        self._stuck: asyncio.Future[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._beat = Held("event loop")
        self._ended = threading.Event()

    def __enter__(self) -> Self:
        self._loop = asyncio.get_running_loop()
        self._stuck = self._loop.create_future()
        if self._seconds:
            threading.Thread(target=self._look, name="watchdog", daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._stuck
        if not self._stuck.done():  # else the thread waits for the end of the process
            self._stuck.cancel()
            self._ended.set()

    async def watch(self) -> None:
        """For ever; raises Stuck."""
        assert self._stuck
        await self._stuck

    def _look(self) -> None:
        every = self._seconds / _LOOKS
        # A loop that is closed has nothing in hand, however it came to that.
        while not (self._ended.wait(every) or self._closed):
            # A loop that is held up holds up everything: it is named before the others.
            slowest = max([self._heart(), *self._pending.look()], key=lambda held: held.looks)
            if slowest.looks < _LOOKS / 2:
                continue
            told = {"work": slowest.name, "seconds": round(slowest.looks * every, 1)}
            if slowest.looks < _LOOKS:
                log.warning("service.no_progress", **told)
                continue
            log.error("service.stuck", **told)
            self._end(slowest.name)
            return

    @property
    def _closed(self) -> bool:
        assert self._loop
        return self._loop.is_closed()

    def _heart(self) -> Held:
        """The event loop: seen unfinished for as long as it does not answer."""
        self._beat.looks += 1
        assert self._loop
        with suppress(RuntimeError):  # closed at this moment
            self._loop.call_soon_threadsafe(setattr, self._beat, "looks", 0)
        return self._beat

    def _end(self, name: str) -> None:
        def now() -> None:
            assert self._stuck
            if not self._stuck.done():
                self._stuck.set_exception(Stuck("no_progress", seconds=self._seconds, what=name))

        assert self._loop
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(now)
        if not self._ended.wait(GRACE_SECONDS):
            os._exit(STUCK)
