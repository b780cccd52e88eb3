"""`/me/year`, `/me/profile`: what a talent does month by month, and what they say of themselves."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.commands.amend import AmendTalent, amend_talent
from application.edits import SetField
from application.exports.talent_year_document import talent_year_document
from application.queries.own_year import own_year
from models.entities import Talent
from models.match import MatchState
from web.api.bodies import body_of, fields, some_of
from web.api.callers import BEARER, Caller, TokenMay
from web.api.etags import IfMatch, etag, seen
from web.api.idempotency import once
from web.api.own import own_ids, own_work_of
from web.api.receipts import amended_answer
from web.api.schemas.entities import TALENT
from web.api.schemas.stories import CHANGED
from web.api.shapes import FLAG, NUMBER, TEXT, WHOLE, answers, list_of, maybe, thing

router = APIRouter(prefix="/me", tags=["me"], dependencies=[Depends(BEARER)])
Own = Annotated[Caller, Depends(TokenMay(Right.SEE_OWN_WORK))]
States = Annotated[Caller, Depends(TokenMay(Right.STATE_OWN_HOURS))]
_WORK = thing(
    match_id=TEXT,
    municipalities=list_of(TEXT),
    title=TEXT,
    role=maybe(TEXT),
    hours=NUMBER,
    state={"enum": [each.value for each in MatchState]},
    worked=FLAG,
)
_MONTH = thing(
    fiscal_year=WHOLE,
    month=TEXT,
    working_days=WHOLE,
    holidays=list_of({"type": "string", "format": "date"}),
    available=maybe(NUMBER),
    used=NUMBER,
    work=list_of(_WORK),
)
#: What a talent amends; the rest is their contract.
_AMENDED = frozenset({"skills", "base", "remote"})
_CHANGES: dict[str, Any] = some_of(
    Talent.model_json_schema(), frozenset(Talent.model_fields) - _AMENDED
)


@router.get("/year", responses=answers(thing(months=list_of(_MONTH))))
async def get_year(caller: Own) -> Response:
    """What is over as it was worked, then the months to come."""
    await own_work_of(caller)  # whoever has gone is not there
    year = await own_year(caller.session, *own_ids(caller))
    return JSONResponse(talent_year_document(year))


@router.get("/profile", responses=answers(TALENT))
async def get_profile(caller: Own) -> Response:
    """What matching knows of them."""
    talent = (await own_work_of(caller)).talent
    return JSONResponse(talent.model_dump(mode="json"), headers=etag(talent.revision))


@router.patch(
    "/profile",
    responses=answers(CHANGED, 409, 412, 413, 415, 428),
    openapi_extra=body_of(_CHANGES),
)
async def amend_profile(caller: States, if_match: IfMatch = "") -> Response:
    """Skills, base and remote work; the contract is the coordinators'."""
    body = await fields(caller.request, _CHANGES["properties"])
    await own_work_of(caller)

    async def work() -> Response:
        pool_id, talent_id = own_ids(caller)
        command = AmendTalent(
            pool_id=pool_id,
            talent_id=talent_id,
            edits=tuple(SetField(field=name, value=value) for name, value in body.items()),
            seen=seen(caller.request),
        )
        return amended_answer(caller, await amend_talent(caller.session, command))

    return await once(caller, work)
