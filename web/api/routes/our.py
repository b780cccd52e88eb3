"""`/our`: a municipality's requests and matches, and its answers where they were given to it."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import JSONResponse, Response

from application.access.on_what import of_match, of_request
from application.access.rights import Right
from application.exports.match_document import match_document
from models.entities import Request
from models.ids import MatchId, RequestId
from models.match import Match, MatchState
from models.phrase import Phrase
from web.api.bodies import body_of
from web.api.callers import BEARER, Caller, TokenMay, not_found
from web.api.deciding import ANSWER, PROBLEMS, decision
from web.api.etags import IfMatch, etag
from web.api.idempotency import IdempotencyKey
from web.api.paging import Cursor, Limit, page
from web.api.problems import Failed
from web.api.schemas.entities import REQUEST
from web.api.schemas.matches import MATCH
from web.api.schemas.stories import DECIDED
from web.api.shapes import answers, page_of

router = APIRouter(prefix="/our", tags=["our"], dependencies=[Depends(BEARER)])
Own = Annotated[Caller, Depends(TokenMay(Right.SEE_OWN_PLACE))]
Answers = Annotated[Caller, Depends(TokenMay(Right.ANSWER_FOR_PLACE))]


@router.get("/requests", responses=answers(page_of(REQUEST)))
async def list_requests(caller: Own, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """Requests of the own municipalities, by id."""
    every = await caller.session.reads.requests(caller.pool_id)
    own = (each for each in every if of_request(caller.token.grant, each))
    return page(own, lambda each: each.request_id, _document, limit=limit, cursor=cursor)


@router.get("/requests/{request_id}", responses=answers(REQUEST))
async def get_request(caller: Own, request_id: RequestId) -> Response:
    """One of them."""
    found = await caller.session.reads.request(caller.pool_id, request_id)
    if found is None or not of_request(caller.token.grant, found):
        raise not_found()
    return JSONResponse(_document(found), headers=etag(found.revision))


@router.get("/matches", responses=answers(page_of(MATCH)))
async def list_matches(caller: Own, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """Who is proposed or works there, by id; drafts are the coordinators' alone."""
    every = await caller.session.reads.matches(caller.pool_id)
    own = (each for each in every if _shown(caller, each))
    return page(own, lambda each: each.match_id, match_document, limit=limit, cursor=cursor)


@router.get("/matches/{match_id}", responses=answers(MATCH))
async def get_match(caller: Own, match_id: MatchId) -> Response:
    """One of them."""
    match = await _match(caller, match_id)
    return JSONResponse(match_document(match), headers=etag(match.revision))


@router.post(
    "/matches/{match_id}/decisions",
    responses=answers(DECIDED, *PROBLEMS),
    openapi_extra=body_of(ANSWER),
)
async def answer(
    caller: Answers, match_id: MatchId, if_match: IfMatch = "", key: IdempotencyKey = ""
) -> Response:
    """Accept, decline or take back, for the own municipality, where that was given to it."""
    match = await _match(caller, match_id)
    if not caller.token.grant.answers:
        raise Failed(403, Phrase.of("api_forbidden"))
    return await decision(caller, match, ANSWER)


async def _match(caller: Caller, match_id: MatchId) -> Match:
    found = await caller.session.reads.match(match_id)
    if found is None or not _shown(caller, found):
        raise not_found()
    return found


def _shown(caller: Caller, match: Match) -> bool:
    return match.state is not MatchState.DRAFTED and of_match(caller.token.grant, match)


def _document(request: Request) -> dict[str, Any]:
    return request.model_dump(mode="json", exclude={"retired"})
