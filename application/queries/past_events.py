"""The last match events of the log, oldest first in each partition."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

from application.event_filter import EventFilter
from application.live.log_place import LogPlace
from application.live.ports import WatchedLog
from application.live.seen_events import SeenEvents
from application.views.match_event import MatchEventView, match_event_view
from models.envelope import Message, read
from models.errors import TryAgain, Unreadable
from models.event_log import Record
from models.facts import MatchChanged

#: Records of each partition that are looked through, and seconds that one may take to come.
MOST, PATIENCE = 20_000, 30.0


async def past_events(
    event_log: WatchedLog, wanted: EventFilter, most: int = MOST
) -> AsyncGenerator[tuple[MatchEventView, Message], None]:
    """Those that the filter lets through, up to the end as it stands now; each once.

    Raises TryAgain where the log is away.
    """
    topics = [MatchChanged.topic]
    partitions = await event_log.partitions(topics)
    left = {each.partition: each.end for each in partitions if each.end > each.begin}
    place, seen = LogPlace(), SeenEvents()
    async with aclosing(event_log.tail(topics, past=most)) as records:
        while left:
            record = await _next(records)
            place.passed(record.partition, record.offset)
            if not place.is_before(record.partition, left.get(record.partition, 0) - 1):
                left.pop(record.partition, None)
            try:
                message = read(record, MatchChanged)
            except Unreadable:
                continue
            event = match_event_view(record, message)
            if not seen.is_repeat(event.event_id) and wanted.lets(event):
                yield event, message


async def _next(records: AsyncGenerator[Record, None]) -> Record:
    try:
        async with asyncio.timeout(PATIENCE):
            return await anext(records)
    except TimeoutError:
        raise TryAgain("events_do_not_come", seconds=PATIENCE) from None
