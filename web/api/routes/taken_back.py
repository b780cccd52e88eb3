"""`…/reopenings`, `…/returns`, `…/erasures`: what has gone comes back; a person is forgotten."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.commands.amend import AmendRequest, AmendTalent, amend_request, amend_talent
from application.commands.erase import EraseTalent, erase_talent
from application.edits import SetField
from models.entities import RequestStatus, TalentStatus
from models.frozen import Frozen
from models.ids import RequestId, TalentId
from models.phrase import Phrase
from web.api.bodies import body_of, entity
from web.api.callers import BEARER, Caller, TokenMay, not_found
from web.api.etags import IfMatch, seen
from web.api.idempotency import IdempotencyKey, once
from web.api.problems import Failed
from web.api.receipts import amended_answer
from web.api.schemas.stories import CHANGED
from web.api.shapes import FLAG, TEXT, answers, thing

router = APIRouter(prefix="/pools/{pool_id}", dependencies=[Depends(BEARER)])
PostsRequests = Annotated[Caller, Depends(TokenMay(Right.POST_REQUEST))]
PostsTalents = Annotated[Caller, Depends(TokenMay(Right.POST_TALENT))]
_ERASED = thing(pool_id=TEXT, talent_id=TEXT, known=FLAG)


class Erase(Frozen):
    """The id once more, as nothing takes it back."""

    talent_id: str


@router.post(
    "/requests/{request_id}/reopenings",
    tags=["requests"],
    responses=answers(CHANGED, 409, 412, 428),
)
async def reopen(
    caller: PostsRequests,
    pool_id: str,
    request_id: RequestId,
    if_match: IfMatch = "",
    key: IdempotencyKey = "",
) -> Response:
    """A withdrawal is taken back. `If-Match`: the revision that was looked at."""

    async def work() -> Response:
        if await caller.session.reads.request(caller.pool_id, request_id) is None:
            raise not_found()
        command = AmendRequest(
            pool_id=caller.pool_id,
            request_id=request_id,
            edits=(SetField(field="status", value=RequestStatus.OPEN.value),),
            seen=seen(caller.request),
        )
        return amended_answer(caller, await amend_request(caller.session, command))

    return await once(caller, work)


@router.post(
    "/talents/{talent_id}/returns", tags=["talents"], responses=answers(CHANGED, 409, 412, 428)
)
async def come_back(
    caller: PostsTalents,
    pool_id: str,
    talent_id: TalentId,
    if_match: IfMatch = "",
    key: IdempotencyKey = "",
) -> Response:
    """A leave is taken back; what had ended meanwhile is offered anew by the plan."""

    async def work() -> Response:
        if await caller.session.reads.talent(caller.pool_id, talent_id) is None:
            raise not_found()
        command = AmendTalent(
            pool_id=caller.pool_id,
            talent_id=talent_id,
            edits=(SetField(field="status", value=TalentStatus.ACTIVE.value),),
            seen=seen(caller.request),
        )
        return amended_answer(caller, await amend_talent(caller.session, command))

    return await once(caller, work)


@router.post(
    "/talents/{talent_id}/erasures",
    tags=["talents"],
    responses=answers(_ERASED, 409, 413, 415),
    openapi_extra=body_of(Erase.model_json_schema()),
)
async def erase(
    caller: PostsTalents, pool_id: str, talent_id: TalentId, key: IdempotencyKey = ""
) -> Response:
    """Name, mail and note are forgotten for good; plans and matches keep the id."""
    body = await entity(caller.request, Erase)
    if await caller.session.reads.talent(caller.pool_id, talent_id) is None:
        raise not_found()
    if body.talent_id != talent_id:
        raise Failed(422, Phrase.of("api_id_once_more"))

    async def work() -> Response:
        command = EraseTalent(pool_id=caller.pool_id, talent_id=talent_id)
        done = await erase_talent(caller.session, command)
        return JSONResponse({"pool_id": pool_id, "talent_id": talent_id, "known": done.known})

    return await once(caller, work)
