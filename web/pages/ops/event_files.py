"""`/ops/events.jsonl`, `/ops/events.csv`: what the filter lets through, as a file."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from application.access.rights import Right
from application.exports.event_lines import as_csv, as_json_lines
from application.queries.past_events import past_events
from web.frame.allowed import May
from web.frame.visit import Visit
from web.pages.ops.filter_in_address import asked

router = APIRouter()
_FORMS = {
    "jsonl": (as_json_lines, "application/jsonl"),
    "csv": (as_csv, "text/csv; charset=utf-8"),
}


@router.get("/ops/events.{form}")
async def event_file(
    visit: Annotated[Visit, Depends(May(Right.WATCH))], form: Literal["jsonl", "csv"]
) -> Response:
    """Written as it is read: no more of it is held than a line."""
    asked_for = asked(visit.request.query_params)
    if asked_for.errors:
        said = (visit.words.say(each.said) for each in asked_for.errors)
        return PlainTextResponse("\n".join(said), 422)
    lines, media_type = _FORMS[form]
    return StreamingResponse(
        lines(past_events(visit.house.event_log, asked_for.wanted)),
        media_type=media_type,
        headers={"content-disposition": f'attachment; filename="match-events.{form}"'},
    )
