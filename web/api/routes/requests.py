"""`/pools/{pool_id}/requests`: what municipalities ask for."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.commands.amend import AmendRequest, amend_request
from application.commands.post import Post, post
from application.commands.withdraw import WithdrawRequests, withdraw_requests
from application.edits import SetField
from application.exports.request_document import request_document
from application.queries.request import request_of_pool
from models.entities import Request
from models.ids import RequestId
from models.phrase import Phrase
from web.api.bodies import body_of, entity, fields, some_of
from web.api.callers import BEARER, Caller, TokenMay, not_found
from web.api.etags import IfMatch, etag, seen
from web.api.idempotency import IdempotencyKey, once
from web.api.paging import Cursor, Limit, page
from web.api.problems import Failed
from web.api.receipts import amended_answer, posted_answer, receipt_document
from web.api.schemas.entities import REQUEST, REQUEST_IN_FULL
from web.api.schemas.stories import CHANGED, POSTED, WITHDRAWN
from web.api.shapes import answers, page_of

router = APIRouter(
    prefix="/pools/{pool_id}/requests", tags=["requests"], dependencies=[Depends(BEARER)]
)
Reader = Annotated[Caller, Depends(TokenMay(Right.SEE_POOL))]
Poster = Annotated[Caller, Depends(TokenMay(Right.POST_REQUEST))]

#: Fields that no change may set: they say which request it is, or are counted by the house.
_FIXED = frozenset({"pool_id", "request_id", "revision", "status", "retired", "sample"})
_CHANGES = some_of(Request.model_json_schema(), _FIXED)


@router.get("", responses=answers(page_of(REQUEST)))
async def list_requests(
    caller: Reader, pool_id: str, limit: Limit = 50, cursor: Cursor = ""
) -> Response:
    """The requests of a pool, by id; those withdrawn too."""
    requests = await caller.session.reads.requests(caller.pool_id)
    return page(requests, lambda each: each.request_id, _document, limit=limit, cursor=cursor)


@router.get("/{request_id}", responses=answers(REQUEST_IN_FULL))
async def get_request(caller: Reader, pool_id: str, request_id: RequestId) -> Response:
    """A request with its matches, what the plan serves of it, and why hours are unmet."""
    view = await request_of_pool(caller.session, caller.pool_id, request_id)
    if view is None:
        raise not_found()
    return JSONResponse(request_document(view, caller.words), headers=etag(view.request.revision))


@router.post(
    "",
    status_code=201,
    responses=answers(POSTED, 409, 413, 415, status=201),
    openapi_extra=body_of(Request.model_json_schema()),
)
async def post_request(caller: Poster, pool_id: str, key: IdempotencyKey = "") -> Response:
    """A new request; answered once the log has acknowledged it."""
    body = await entity(caller.request, Request)
    if body.pool_id != caller.pool_id:
        raise Failed(422, Phrase.of("api_other_pool", pool_id=body.pool_id))

    async def work() -> Response:
        posted = await post(caller.session, Post(requests=(body,)))
        return posted_answer(caller, posted, f"/pools/{pool_id}/requests")

    return await once(caller, work)


@router.patch(
    "/{request_id}",
    responses=answers(CHANGED, 409, 412, 413, 415, 428),
    openapi_extra=body_of(_CHANGES),
)
async def amend(
    caller: Poster, pool_id: str, request_id: RequestId, if_match: IfMatch = ""
) -> Response:
    """Fields of a request change; the rest stays. `If-Match`: the revision it was made on."""
    body = await fields(caller.request, _CHANGES["properties"])

    async def work() -> Response:
        command = AmendRequest(
            pool_id=caller.pool_id,
            request_id=request_id,
            edits=tuple(SetField(field=name, value=value) for name, value in body.items()),
            seen=seen(caller.request),
        )
        return amended_answer(caller, await amend_request(caller.session, command))

    return await once(caller, work)


@router.delete("/{request_id}", responses=answers(WITHDRAWN, 409, 412))
async def withdraw(
    caller: Poster, pool_id: str, request_id: RequestId, if_match: IfMatch = ""
) -> Response:
    """The request is no longer wanted: its matches end, and the hours are free.

    With `If-Match` only where nobody has changed it since.
    """

    async def work() -> Response:
        command = WithdrawRequests(
            pool_id=caller.pool_id,
            ids=(request_id,),
            seen=seen(caller.request) if if_match else None,
        )
        receipts = await withdraw_requests(caller.session, command)
        return JSONResponse(receipt_document(receipts[0]))

    return await once(caller, work)


def _document(request: Request) -> dict[str, Any]:
    return request.model_dump(mode="json", exclude={"retired"})
