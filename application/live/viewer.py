"""Somebody who watches: a bounded queue, emptied slowly enough for eyes.

Whoever puts something in never waits for them: what is too much is left out, counted and said.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from application.event_filter import EventFilter
from application.live.log_place import LogPlace
from application.views.match_event import MatchEventView

#: Rows a second, and how many wait: five seconds' worth.
ROWS, WAITING = 5, 25
#: Seconds after which a viewer who got nothing gets an empty batch: so that a line that is cut is
#: noticed, and whether the viewer still may watch is asked again.
QUIET = 5.0


@dataclass(frozen=True, slots=True)
class Batch:
    """What a viewer gets at once: oldest first."""

    events: Sequence[MatchEventView]
    left_out: int  #: events that came too fast, since the batch before
    place: str  #: where to go on after this batch


@dataclass(eq=False)
class Viewer:
    """One open page."""

    who: str
    wanted: EventFilter
    place: LogPlace
    seconds: float = 1.0  #: for each batch of rows
    quiet: float = QUIET
    _waiting: deque[MatchEventView] = field(default_factory=deque)
    _left_out: int = 0
    _over: bool = False
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, event: MatchEventView) -> None:
        """Show the event, if it is one that they want; never waits."""
        if not self.place.is_before(event.partition, event.offset) or not self.wanted.lets(event):
            return
        self._waiting.append(event)
        if len(self._waiting) > WAITING:
            self._waiting.popleft()
            self._left_out += 1
        self._news.set()

    def miss(self, count: int) -> None:
        """So many events went by unseen."""
        self._left_out += count

    def end(self) -> None:
        """Nothing more comes."""
        self._over = True
        self._news.set()

    async def batches(self) -> AsyncGenerator[Batch, None]:
        """At most five rows a second; an empty batch now and then; until the end."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(self.quiet):
                    await self._news.wait()
            if self._over:
                return
            batch = self._batch()
            yield batch
            if batch.events:
                await asyncio.sleep(self.seconds)

    def _batch(self) -> Batch:
        events = [self._waiting.popleft() for _ in range(min(ROWS, len(self._waiting)))]
        for event in events:
            self.place.passed(event.partition, event.offset)
        left_out, self._left_out = self._left_out, 0
        if not self._waiting and not self._over:
            self._news.clear()
        return Batch(events, left_out, str(self.place))
