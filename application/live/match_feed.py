"""matches.v1 -> everybody who watches: one reader for the whole process."""

import asyncio
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import aclosing, contextmanager, suppress
from datetime import datetime, timedelta

from application.event_filter import EventFilter
from application.live.log_place import LogPlace
from application.live.ports import WatchedLog
from application.live.seen_events import SeenEvents
from application.live.viewer import QUIET, Viewer
from application.views.match_event import MatchEventView, match_event_view
from models.envelope import read
from models.errors import Mistake, TryAgain, Unreadable, kind_and_place
from models.event_log import Record
from models.facts import MatchChanged
from models.log import log

#: Events that are kept in sight.
RECENT = 2_000
#: Pages that one account, and all together, may have open.
OF_ONE, OF_ALL = 3, 100
#: Seconds that whoever opens a page waits for the past to be read, and between two tries to read.
_PATIENCE, _AGAIN = 5.0, 1.0


class MatchFeed:
    """Reads from the first look on, until it is closed; a log that is away is tried again."""

    def __init__(
        self, event_log: WatchedLog, *, recent: int = RECENT, quiet: float = QUIET
    ) -> None:
        self._log = event_log
        self._quiet = quiet
        self._past = recent
        self._recent: deque[MatchEventView] = deque(maxlen=recent)
        self._seen = SeenEvents()
        self._place = LogPlace()
        self._kept = LogPlace()  #: by partition, the first offset that is still in sight
        self._viewers: list[Viewer] = []
        self._reader: asyncio.Task[None] | None = None
        self._caught_up = asyncio.Event()
        self.unreadable = 0  #: records that were none of ours, since the start
        self._closed = False

    async def recent(self) -> tuple[Sequence[MatchEventView], LogPlace]:
        """The last events, newest first, and the place from which to go on.

        Where the log is away, those that were read before.
        """
        if not self._closed and (self._reader is None or self._reader.done()):
            self._reader = asyncio.create_task(self._follow())
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await self._caught_up.wait()
        newest = [*reversed(self._recent)]
        newest.sort(key=lambda event: event.time, reverse=True)
        return newest, self._place.copy()

    def a_minute(self, now: datetime) -> int:
        """How many events happened in the last minute."""
        since = now - timedelta(minutes=1)
        return sum(event.time > since for event in self._recent)

    @contextmanager
    def watching(self, who: str, wanted: EventFilter, after: LogPlace | None) -> Iterator[Viewer]:
        """A viewer while the block runs, from a place on. Raises Mistake where too many watch."""
        of_one = sum(viewer.who == who for viewer in self._viewers)
        if self._closed or of_one >= OF_ONE or len(self._viewers) >= OF_ALL:
            raise Mistake("events_watched_by_too_many", most=OF_ONE)
        viewer = Viewer(who, wanted, (after or self._place).copy(), quiet=self._quiet)
        self._go_on(viewer)
        self._viewers.append(viewer)
        try:
            yield viewer
        finally:
            self._viewers.remove(viewer)

    async def close(self) -> None:
        """Every viewer gets their end, and the reader stops."""
        self._closed = True
        for viewer in self._viewers:
            viewer.end()
        if self._reader:
            self._reader.cancel()
            await asyncio.wait([self._reader])

    def _go_on(self, viewer: Viewer) -> None:
        """What came since their place; what is no longer in sight is counted."""
        for partition, first in self._kept.next.items():
            viewer.miss(max(0, first - viewer.place.next.get(partition, first)))
        for event in self._recent:
            viewer.put(event)

    async def _follow(self) -> None:
        try:
            while True:
                with suppress(TryAgain):
                    await self._read()
                await asyncio.sleep(_AGAIN)
        except Exception as error:  # the next look starts it anew
            log.error("web.feed_failed", reason=kind_and_place(error))

    async def _read(self) -> None:
        ends = await self._log.partitions([MatchChanged.topic])
        end = LogPlace({each.partition: each.end for each in ends if each.end > each.begin})
        self._look_whether_caught_up(end)
        async with aclosing(self._log.tail([MatchChanged.topic], past=self._past)) as records:
            async for record in records:
                self._take(record)
                self._look_whether_caught_up(end)

    def _take(self, record: Record) -> None:
        if not self._place.is_before(record.partition, record.offset):
            return
        self._kept.next.setdefault(record.partition, record.offset)
        self._place.passed(record.partition, record.offset)
        try:
            event = match_event_view(record, read(record, MatchChanged))
        except Unreadable:
            self.unreadable += 1  # a dead letter of the match log's
            return
        if self._seen.is_repeat(event.event_id):
            return
        if len(self._recent) == self._recent.maxlen:
            self._kept.passed(self._recent[0].partition, self._recent[0].offset)
        self._recent.append(event)
        for viewer in self._viewers:
            viewer.put(event)

    def _look_whether_caught_up(self, end: LogPlace) -> None:
        if all(not self._place.is_before(p, offset - 1) for p, offset in end.next.items()):
            self._caught_up.set()
