"""Match events as lines of CSV or JSON, one after the other."""

import csv
import io
import json
from collections.abc import AsyncGenerator, AsyncIterator, Sequence

from application.exports.match_document import match_event_document
from application.views.match_event import MatchEventView
from models.envelope import Message
from models.hours import hours_number

Events = AsyncIterator[tuple[MatchEventView, Message]]

#: The same in every language: programs read it.
_COLUMNS = (
    "time",
    "pool_id",
    "state",
    "before",
    "reason",
    "talent_id",
    "request_id",
    "line_id",
    "match_id",
    "revision",
    "hours",
    "first_month",
    "last_month",
    "plan_version",
    "correlation_id",
    "event_id",
    "partition",
    "offset",
)


async def as_json_lines(events: Events) -> AsyncGenerator[str, None]:
    """The whole of each event, as `watch --json` shows it."""
    async for _, message in events:
        yield json.dumps(match_event_document(message), ensure_ascii=False) + "\n"


async def as_csv(events: Events) -> AsyncGenerator[str, None]:
    """The columns of the list; begins with the mark by which spreadsheets know UTF-8."""
    yield "\ufeff" + _line(_COLUMNS)
    async for event, _ in events:
        yield _line(_cells(event))


def _cells(event: MatchEventView) -> Sequence[object]:
    return (
        event.time.isoformat(),
        event.pool_id,
        event.state.value,
        event.before.value if event.before else "",
        event.reason,
        event.talent_id,
        event.request_id,
        event.line_id,
        event.match_id,
        event.revision,
        hours_number(event.hours),
        event.months[0] if event.months else "",
        event.months[-1] if event.months else "",
        "" if event.plan_version is None else event.plan_version,
        event.correlation_id,
        event.event_id,
        event.partition,
        event.offset,
    )


def _line(cells: Sequence[object]) -> str:
    sink = io.StringIO()
    csv.writer(sink).writerow(cells)
    return sink.getvalue()
