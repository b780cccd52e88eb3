"""`/pools/{pool_id}/assignments`: a talent is put on a line by hand."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import Field
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.commands.assign import Assign, assign
from application.exports.match_document import match_document
from models.frozen import Frozen
from models.hours import Quarters
from models.ids import LineIdField, TalentIdField, request_of
from models.months import MonthField
from web.api.bodies import body_of, entity
from web.api.callers import BEARER, Caller, TokenMay, not_found
from web.api.idempotency import IdempotencyKey, once
from web.api.receipts import receipt_document
from web.api.schemas.stories import DECIDED
from web.api.shapes import answers

router = APIRouter(
    prefix="/pools/{pool_id}/assignments", tags=["matches"], dependencies=[Depends(BEARER)]
)
Decider = Annotated[Caller, Depends(TokenMay(Right.DECIDE))]


class Assignment(Frozen):
    """Who works on which line, and how many hours in each month."""

    line_id: LineIdField
    talent_id: TalentIdField
    hours: Annotated[dict[MonthField, Quarters], Field(min_length=1, max_length=36)]


@router.post(
    "",
    status_code=201,
    responses=answers(DECIDED, 409, 413, 415, status=201),
    openapi_extra=body_of(Assignment.model_json_schema()),
)
async def post_assignment(caller: Decider, pool_id: str, key: IdempotencyKey = "") -> Response:
    """Looked at against every rule (422 names those that it would break), then pinned.

    503 while the pool is being planned.
    """
    body = await entity(caller.request, Assignment)

    async def work() -> Response:
        reads = caller.session.reads
        if await reads.request(caller.pool_id, request_of(body.line_id)) is None:
            raise not_found()
        command = Assign(
            pool_id=caller.pool_id,
            line_id=body.line_id,
            talent_id=body.talent_id,
            hours=body.hours,
        )
        done = await assign(caller.session, command)
        document = receipt_document(done.receipt) | {"match": match_document(done.match)}
        where = f"/api/v1/pools/{pool_id}/matches/{done.match.match_id}"
        return JSONResponse(document, 201, {"location": where})

    return await once(caller, work)
