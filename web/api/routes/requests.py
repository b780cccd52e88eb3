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
from producers.receipts import Receipt
from web.api.bodies import body_of, entity, fields, some_of
from web.api.callers import BEARER, Caller, TokenMay, not_found
from web.api.etags import IfMatch, etag, seen
from web.api.idempotency import once
from web.api.paging import Cursor, Limit, Page, page
from web.api.problems import Failed, documented

router = APIRouter(
    prefix="/pools/{pool_id}/requests", tags=["requests"], dependencies=[Depends(BEARER)]
)
Reader = Annotated[Caller, Depends(TokenMay(Right.SEE_POOL))]
Poster = Annotated[Caller, Depends(TokenMay(Right.POST_REQUEST))]

#: Fields that no change may set: they say which request it is, or are counted by the house.
_FIXED = frozenset({"pool_id", "request_id", "revision", "status", "retired", "sample"})
_CHANGES = some_of(Request.model_json_schema(), _FIXED)


@router.get("", responses=documented())
async def list_requests(
    caller: Reader, pool_id: str, limit: Limit = 50, cursor: Cursor = ""
) -> Page:
    """The requests of a pool, by id; those withdrawn too."""
    requests = await caller.session.reads.requests(caller.pool_id)
    return page(requests, lambda each: each.request_id, _document, limit=limit, cursor=cursor)


@router.get("/{request_id}", responses=documented())
async def get_request(caller: Reader, pool_id: str, request_id: RequestId) -> Response:
    """A request with its matches, what the plan serves of it, and why hours are unmet."""
    view = await request_of_pool(caller.session, caller.pool_id, request_id)
    if view is None:
        raise not_found()
    return JSONResponse(request_document(view, caller.words), headers=etag(view.request.revision))


@router.post(
    "",
    status_code=201,
    responses=documented(409, 413, 415),
    openapi_extra=body_of(Request.model_json_schema()),
)
async def post_request(caller: Poster, pool_id: str) -> Response:
    """A new request; answered once the log has acknowledged it."""
    body = await entity(caller.request, Request)
    if body.pool_id != caller.pool_id:
        raise Failed(422, Phrase.of("api_other_pool", pool_id=body.pool_id))

    async def work() -> Response:
        posted = await post(caller.session, Post(requests=(body,)))
        receipt = posted.receipts[0]
        warnings = [caller.words.say(w) for each in posted.warnings.values() for w in each]
        where = f"/api/v1/pools/{pool_id}/requests/{receipt.subject}"
        return JSONResponse(
            receipt_document(receipt) | {"warnings": warnings}, 201, {"location": where}
        )

    return await once(caller, work)


@router.patch(
    "/{request_id}",
    responses=documented(409, 412, 413, 415, 428),
    openapi_extra=body_of(_CHANGES),
)
async def amend(
    caller: Poster, pool_id: str, request_id: RequestId, if_match: IfMatch = ""
) -> Response:
    """Fields of a request change; the rest stays. `If-Match`: the revision it was made on."""
    changes = await fields(caller.request, _CHANGES["properties"])
    return await once(caller, lambda: _amended(caller, request_id, changes))


async def _amended(caller: Caller, request_id: RequestId, body: dict[str, Any]) -> Response:
    amended = await amend_request(
        caller.session,
        AmendRequest(
            pool_id=caller.pool_id,
            request_id=request_id,
            edits=tuple(SetField(field=name, value=value) for name, value in body.items()),
            seen=seen(caller.request),
        ),
    )
    changes = [caller.words.say(change.phrase) for change in amended.changes]
    done = receipt_document(amended.receipt) if amended.receipt else {}
    revision = amended.receipt.revision if amended.receipt else amended.before.revision
    return JSONResponse(done | {"changes": changes}, headers=etag(revision or 1))


@router.delete("/{request_id}", responses=documented(409))
async def withdraw(caller: Poster, pool_id: str, request_id: RequestId) -> Response:
    """The request is no longer wanted: its matches end, and the hours are free."""

    async def work() -> Response:
        command = WithdrawRequests(pool_id=caller.pool_id, ids=(request_id,))
        receipts = await withdraw_requests(caller.session, command)
        return JSONResponse(receipt_document(receipts[0]))

    return await once(caller, work)


def _document(request: Request) -> dict[str, Any]:
    return request.model_dump(mode="json", exclude={"retired"})


def receipt_document(receipt: Receipt) -> dict[str, Any]:
    """The ids by which a posting is followed."""
    return {
        "pool_id": receipt.pool_id,
        "subject": receipt.subject,
        "revision": receipt.revision,
        "event_id": str(receipt.event_id),
        "correlation_id": str(receipt.correlation_id),
    }
