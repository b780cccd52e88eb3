"""`/ops/events.jsonl`, `/ops/events.csv`: what the filter lets through, as a file."""

from collections.abc import AsyncGenerator, Callable
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from application.access.rights import Right
from application.exports.event_lines import Events, as_csv, as_json_lines
from application.queries.past_events import past_events
from web.frame.allowed import May
from web.frame.visit import Visit
from web.pages.ops.filter_in_address import asked

router = APIRouter()
Watches = Annotated[Visit, Depends(May(Right.WATCH))]
Lines = Callable[[Events], AsyncGenerator[str, None]]


@router.get("/ops/events.jsonl")
async def events_as_json(visit: Watches) -> Response:
    """The whole of each event, one a line."""
    return _file(visit, as_json_lines, "match-events.jsonl", "application/jsonl")


@router.get("/ops/events.csv")
async def events_as_csv(visit: Watches) -> Response:
    """The columns of the list."""
    return _file(visit, as_csv, "match-events.csv", "text/csv; charset=utf-8")


def _file(visit: Visit, lines: Lines, name: str, media_type: str) -> Response:
    """Written as it is read: no more of it is held than a line."""
    asked_for = asked(visit.request.query_params)
    if asked_for.errors:
        said = (visit.words.say(each.said) for each in asked_for.errors)
        return PlainTextResponse("\n".join(said), 422)
    return StreamingResponse(
        lines(past_events(visit.house.event_log, asked_for.wanted)),
        media_type=media_type,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )
