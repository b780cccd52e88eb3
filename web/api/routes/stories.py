"""`/pools/{pool_id}/timelines`, `…/postings`: who changed what, and what came of it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.exports.story_document import posting_document, timeline_document
from application.queries.posting import posting_of
from application.queries.timeline import timeline_of
from web.api.callers import BEARER, Caller, TokenMay, not_found
from web.api.schemas.stories import POSTING, TIMELINE
from web.api.shapes import answers, list_of, thing

router = APIRouter(tags=["stories"], dependencies=[Depends(BEARER)])
Reader = Annotated[Caller, Depends(TokenMay(Right.SEE_POOL))]
Watcher = Annotated[Caller, Depends(TokenMay(Right.WATCH))]


@router.get(
    "/pools/{pool_id}/timelines/{subject}", responses=answers(thing(timelines=list_of(TIMELINE)))
)
async def get_timelines(caller: Reader, pool_id: str, subject: str) -> Response:
    """What happened to the request, talent or match of this id, with its matches."""
    views = await timeline_of(caller.session, [caller.pool_id], subject)  # raises Absent
    if any(made.pool_id != caller.pool_id for view in views for made in view.entries):
        raise not_found()
    return JSONResponse({"timelines": [timeline_document(view) for view in views]})


@router.get("/pools/{pool_id}/postings/{correlation_id}", responses=answers(POSTING))
async def get_posting(caller: Reader, pool_id: str, correlation_id: UUID) -> Response:
    """What became of a posting, by the id of its receipt."""
    view = await posting_of(caller.session, correlation_id)
    pools = {made.pool_id for made in view.revisions} | {x.pool_id for x in view.dead_letters}
    if pools - {caller.pool_id}:
        raise not_found()
    return JSONResponse(posting_document(view))


@router.get("/ops/postings/{correlation_id}", responses=answers(POSTING))
async def get_any_posting(caller: Watcher, correlation_id: UUID) -> Response:
    """What became of a posting of any pool."""
    return JSONResponse(posting_document(await posting_of(caller.session, correlation_id)))
