"""`/ops/traces`: the way of a posting, and the search for it by any id."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.exports.trace_document import found_trace_document, trace_document
from application.queries.finding_traces import traces_of
from application.queries.trace import trace_of
from web.api import shapes
from web.api.callers import BEARER, Caller, TokenMay
from web.api.shapes import FLAG, MOMENT, NUMBER, TEXT, WHOLE, answers, list_of, maybe, thing

router = APIRouter(prefix="/ops/traces", tags=["ops"], dependencies=[Depends(BEARER)])
Watcher = Annotated[Caller, Depends(TokenMay(Right.WATCH))]
_FOUND = thing(correlation_id=shapes.UUID, time=MOMENT, subject=TEXT, revision=WHOLE, reason=TEXT)
_STEP = thing(step=TEXT, time=maybe(MOMENT), done=FLAG, text=TEXT)
_TRACE = thing(
    correlation_id=shapes.UUID,
    subjects=list_of(TEXT),
    pools=list_of(TEXT),
    seconds=maybe(NUMBER),
    steps=list_of(_STEP),
    stands=maybe(thing(step=TEXT, since=maybe(MOMENT), text=TEXT)),
    dead_letters=list_of(thing(id=shapes.UUID, reason=TEXT)),
)


@router.get("", responses=answers(thing(items=list_of(_FOUND), correlation_id=maybe(shapes.UUID))))
async def find_traces(
    caller: Watcher, q: Annotated[str, Query(min_length=1, max_length=200)]
) -> Response:
    """By the id of an event or a dead letter: its posting; of a thing: its last 100 changes."""
    found = await traces_of(caller.session, q)  # raises Absent
    one = isinstance(found, UUID)
    items = [] if isinstance(found, UUID) else [found_trace_document(each) for each in found]
    return JSONResponse({"items": items, "correlation_id": str(found) if one else None})


@router.get("/{correlation_id}", responses=answers(_TRACE))
async def get_trace(caller: Watcher, correlation_id: UUID) -> Response:
    """Each step with its time, and where it stands still."""
    house = caller.house
    view = await trace_of(caller.session, house.feed, house.event_log, correlation_id)
    return JSONResponse(trace_document(view, caller.words))
