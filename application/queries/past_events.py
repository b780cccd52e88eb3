"""The last match events of the log, oldest first in each partition."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsPage:
    """Some events, and the place from which to go on."""

    events: tuple[Message, ...]
    place: LogPlace
    more: bool  #: further ones are there already


async def past_events(
    event_log: WatchedLog, wanted: EventFilter, most: int = MOST
) -> AsyncGenerator[tuple[MatchEventView, Message], None]:
    """Those that the filter lets through, up to the end as it stands now; each once.

    Raises TryAgain where the log is away.
    """
    async with aclosing(_past(event_log, LogPlace(), most)) as records:
        seen = SeenEvents()
        async for record in records:
            if found := _wanted(record, wanted, seen):
                yield found


async def events_after(
    event_log: WatchedLog, wanted: EventFilter, after: LogPlace, limit: int, most: int = MOST
) -> EventsPage:
    """Those after a place that the filter lets through. Raises TryAgain where the log is away."""
    place, seen, events, more = after.copy(), SeenEvents(), list[Message](), False
    async with aclosing(_past(event_log, after, most)) as records:
        async for record in records:
            found = _wanted(record, wanted, seen)
            if found and len(events) == limit:
                more = True
                break
            place.passed(record.partition, record.offset)
            if found:
                events.append(found[1])
    return EventsPage(events=tuple(events), place=place, more=more)


async def _past(event_log: WatchedLog, after: LogPlace, most: int) -> AsyncGenerator[Record, None]:
    """Every record between the place and the end as it stands now."""
    topics = [MatchChanged.topic]
    partitions = await event_log.partitions(topics)
    begins = {p.partition: max(p.begin, after.next.get(p.partition, 0)) for p in partitions}
    left = {p.partition: p.end for p in partitions if p.end > begins[p.partition]}
    if not left:
        return
    past = min(most, max(end - begins[partition] for partition, end in left.items()))
    place = LogPlace()
    async with aclosing(event_log.tail(topics, past=past)) as records:
        while left:
            record = await _next(records)
            place.passed(record.partition, record.offset)
            if not place.is_before(record.partition, left.get(record.partition, 0) - 1):
                left.pop(record.partition, None)
            if after.is_before(record.partition, record.offset):
                yield record


def _wanted(
    record: Record, wanted: EventFilter, seen: SeenEvents
) -> tuple[MatchEventView, Message] | None:
    try:
        message = read(record, MatchChanged)
    except Unreadable:
        return None
    event = match_event_view(record, message)
    return None if seen.is_repeat(event.event_id) or not wanted.lets(event) else (event, message)


async def _next(records: AsyncGenerator[Record, None]) -> Record:
    try:
        async with asyncio.timeout(PATIENCE):
            return await anext(records)
    except TimeoutError:
        raise TryAgain("events_do_not_come", seconds=PATIENCE) from None
