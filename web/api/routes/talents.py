"""`/pools/{pool_id}/talents`: the specialists of a pool, by id; names only where asked for."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.commands.amend import AmendTalent, amend_talent
from application.commands.post import Post, post
from application.commands.withdraw import WithdrawTalents, withdraw_talents
from application.edits import SetField
from application.exports.talent_document import talent_document
from application.queries.talent import talent_of
from models.entities import Talent
from models.ids import TalentId
from models.phrase import Phrase
from web.api.bodies import body_of, fields, read_as
from web.api.callers import BEARER, Caller, TokenMay, not_found
from web.api.etags import IfMatch, etag, seen
from web.api.idempotency import IdempotencyKey, once
from web.api.paging import Cursor, Limit, page
from web.api.problems import Failed
from web.api.receipts import amended_answer, posted_answer, receipt_document
from web.api.schemas.entities import TALENT, TALENT_IN_FULL
from web.api.schemas.stories import CHANGED, POSTED, WITHDRAWN
from web.api.shapes import answers, page_of
from web.api.who import CHANGES, NEW_TALENT, person_changes, person_of

router = APIRouter(
    prefix="/pools/{pool_id}/talents", tags=["talents"], dependencies=[Depends(BEARER)]
)
Reader = Annotated[Caller, Depends(TokenMay(Right.SEE_POOL))]
Poster = Annotated[Caller, Depends(TokenMay(Right.POST_TALENT))]
WithPerson = Annotated[bool, Query(description="Also name and mail: each such look is recorded.")]


@router.get("", responses=answers(page_of(TALENT)))
async def list_talents(
    caller: Reader, pool_id: str, limit: Limit = 50, cursor: Cursor = ""
) -> Response:
    """The talents of a pool, by id; those who have left too. Nobody is named."""
    talents = await caller.session.reads.talents(caller.pool_id)
    return page(talents, lambda each: each.talent_id, _document, limit=limit, cursor=cursor)


@router.get("/{talent_id}", responses=answers(TALENT_IN_FULL))
async def get_talent(
    caller: Reader, pool_id: str, talent_id: TalentId, *, person: WithPerson = False
) -> Response:
    """A talent with hours by month and matches."""
    if person:
        caller.shows_people()
    view = await talent_of(caller.session, caller.pool_id, talent_id, name=person)
    if view is None:
        raise not_found()
    document = talent_document(view, with_person=person)
    return JSONResponse(document, headers=etag(view.talent.revision))


@router.post(
    "",
    status_code=201,
    responses=answers(POSTED, 409, 413, 415, status=201),
    openapi_extra=body_of(NEW_TALENT),
)
async def post_talent(caller: Poster, pool_id: str, key: IdempotencyKey = "") -> Response:
    """A new talent; `person` says who it is, and stays off every topic."""
    body = await fields(caller.request, NEW_TALENT["properties"])
    given = body.pop("person", None)
    talent = read_as(Talent, body)
    if talent.pool_id != caller.pool_id:
        raise Failed(422, Phrase.of("api_other_pool", pool_id=talent.pool_id))
    people = person_of(talent, given)

    async def work() -> Response:
        posted = await post(caller.session, Post(talents=(talent,), people=people))
        return posted_answer(caller, posted, f"/pools/{pool_id}/talents")

    return await once(caller, work)


@router.patch(
    "/{talent_id}",
    responses=answers(CHANGED, 409, 412, 413, 415, 428),
    openapi_extra=body_of(CHANGES),
)
async def amend(
    caller: Poster, pool_id: str, talent_id: TalentId, if_match: IfMatch = ""
) -> Response:
    """Fields of a talent change; the rest stays. `If-Match`: the revision it was made on."""
    body = await fields(caller.request, CHANGES["properties"])
    person = person_changes(body.pop("person", None))

    async def work() -> Response:
        command = AmendTalent(
            pool_id=caller.pool_id,
            talent_id=talent_id,
            edits=tuple(SetField(field=name, value=value) for name, value in body.items()),
            person=person,
            seen=seen(caller.request),
        )
        return amended_answer(caller, await amend_talent(caller.session, command))

    return await once(caller, work)


@router.delete("/{talent_id}", responses=answers(WITHDRAWN, 409))
async def leave(caller: Poster, pool_id: str, talent_id: TalentId) -> Response:
    """The talent leaves the pool: the matches end, and the lines are planned anew."""

    async def work() -> Response:
        command = WithdrawTalents(pool_id=caller.pool_id, ids=(talent_id,))
        receipts = await withdraw_talents(caller.session, command)
        return JSONResponse(receipt_document(receipts[0]))

    return await once(caller, work)


def _document(talent: Talent) -> dict[str, Any]:
    return talent.model_dump(mode="json")
