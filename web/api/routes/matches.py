"""`/pools/{pool_id}/matches`: who works for whom, and what is decided about it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import JSONResponse, Response

from application.access.on_what import of_match
from application.access.rights import Right
from application.exports.match_document import match_document, whole_match_document
from application.queries.match import match_of
from application.views.match import MatchView
from models.ids import MatchId
from models.match import MatchState
from web.api.bodies import body_of
from web.api.callers import BEARER, Caller, TokenMay, not_found
from web.api.deciding import DECISION, PROBLEMS, decision
from web.api.etags import IfMatch, etag
from web.api.idempotency import IdempotencyKey
from web.api.paging import Cursor, Limit, page
from web.api.schemas.matches import MATCH, MATCH_AND_WHY
from web.api.schemas.stories import DECIDED
from web.api.shapes import answers, page_of

router = APIRouter(
    prefix="/pools/{pool_id}/matches", tags=["matches"], dependencies=[Depends(BEARER)]
)
Reader = Annotated[Caller, Depends(TokenMay(Right.SEE_POOL))]
Decider = Annotated[Caller, Depends(TokenMay(Right.DECIDE))]
OfState = Annotated[MatchState | None, Query(description="Only those in this state.")]


@router.get("", responses=answers(page_of(MATCH)))
async def list_matches(
    caller: Reader,
    pool_id: str,
    state: OfState = None,
    limit: Limit = 50,
    cursor: Cursor = "",
) -> Response:
    """The matches of a pool, by id; those that have ended too."""
    matches = await caller.session.reads.matches(caller.pool_id)
    found = (each for each in matches if state in {None, each.state})
    return page(found, lambda each: each.match_id, match_document, limit=limit, cursor=cursor)


@router.get("/{match_id}", responses=answers(MATCH_AND_WHY))
async def get_match(caller: Reader, pool_id: str, match_id: MatchId) -> Response:
    """A match, with why this person and nobody else."""
    view = await _view(caller, match_id)
    document = whole_match_document(view, caller.words)
    return JSONResponse(document, headers=etag(view.match.revision))


@router.post(
    "/{match_id}/decisions",
    responses=answers(DECIDED, *PROBLEMS),
    openapi_extra=body_of(DECISION),
)
async def post_decision(
    caller: Decider,
    pool_id: str,
    match_id: MatchId,
    if_match: IfMatch = "",
    key: IdempotencyKey = "",
) -> Response:
    """Any decision, for a side too. `If-Match`: the revision that was looked at."""
    return await decision(caller, (await _view(caller, match_id)).match, DECISION)


async def _view(caller: Caller, match_id: MatchId) -> MatchView:
    view = await match_of(caller.session, match_id)  # raises Absent
    if not of_match(caller.token.grant, view.match):
        raise not_found()
    return view
