"""`/me`: a talent's own matches and hours, and nobody else's."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import Field
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.commands.state_hours import StateHours, state_hours
from application.exports.match_document import match_document
from application.exports.own_hours_document import own_hours_document
from application.queries.own_hours import own_hours
from application.views.offer import Offer
from models.frozen import Frozen
from models.hours import Quarters
from models.ids import MatchId
from models.months import MonthField
from web.api.bodies import body_of, entity
from web.api.callers import BEARER, Caller, TokenMay, not_found
from web.api.deciding import ANSWER, PROBLEMS, decision
from web.api.etags import IfMatch, etag, seen
from web.api.idempotency import IdempotencyKey, once
from web.api.own import own_ids, own_work_of
from web.api.paging import Cursor, Limit, page
from web.api.receipts import amended_answer
from web.api.schemas.matches import MATCH
from web.api.schemas.stories import CHANGED, DECIDED
from web.api.shapes import FLAG, NUMBER, TEXT, answers, list_of, page_of, thing

router = APIRouter(prefix="/me", tags=["me"], dependencies=[Depends(BEARER)])
Own = Annotated[Caller, Depends(TokenMay(Right.SEE_OWN_WORK))]
Answers = Annotated[Caller, Depends(TokenMay(Right.ANSWER_OWN))]
States = Annotated[Caller, Depends(TokenMay(Right.STATE_OWN_HOURS))]
_MONTH = thing(
    month=TEXT,
    stated=NUMBER,
    fixed=NUMBER,
    agreed=NUMBER,
    proposed=NUMBER,
    under_contract=FLAG,
)


class Stated(Frozen):
    """Hours of months; those not named stay."""

    hours: Annotated[dict[MonthField, Quarters], Field(max_length=36)]


@router.get("/matches", responses=answers(page_of(MATCH)))
async def list_matches(caller: Own, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """What they have been shown, by id; also what is over."""
    offers = (await own_work_of(caller)).offers
    return page(offers, lambda o: o.match.match_id, _document, limit=limit, cursor=cursor)


@router.get("/matches/{match_id}", responses=answers(MATCH))
async def get_match(caller: Own, match_id: MatchId) -> Response:
    """One of them."""
    offer = await _offer(caller, match_id)
    return JSONResponse(_document(offer), headers=etag(offer.match.revision))


@router.post(
    "/matches/{match_id}/decisions",
    responses=answers(DECIDED, *PROBLEMS),
    openapi_extra=body_of(ANSWER),
)
async def answer(
    caller: Answers, match_id: MatchId, if_match: IfMatch = "", key: IdempotencyKey = ""
) -> Response:
    """Accept, decline with a reason, or take an acceptance back."""
    return await decision(caller, (await _offer(caller, match_id)).match, ANSWER)


@router.get("/hours", responses=answers(thing(months=list_of(_MONTH))))
async def get_hours(caller: States) -> Response:
    """What they have stated, beside what is agreed and what is proposed."""
    await own_work_of(caller)  # whoever has gone is not there
    own = await own_hours(caller.session, *own_ids(caller))
    return JSONResponse(own_hours_document(own), headers=etag(own.talent.revision))


@router.put(
    "/hours",
    responses=answers(CHANGED, 409, 412, 413, 415, 428),
    openapi_extra=body_of(Stated.model_json_schema()),
)
async def put_hours(caller: States, if_match: IfMatch = "") -> Response:
    """State hours of months, never under what is agreed."""
    body = await entity(caller.request, Stated)
    await own_work_of(caller)

    async def work() -> Response:
        pool_id, talent_id = own_ids(caller)
        command = StateHours(
            pool_id=pool_id, talent_id=talent_id, hours=body.hours, seen=seen(caller.request)
        )
        return amended_answer(caller, await state_hours(caller.session, command))

    return await once(caller, work)


async def _offer(caller: Caller, match_id: MatchId) -> Offer:
    found = (await own_work_of(caller)).one(match_id)
    if found is None:
        raise not_found()
    return found


def _document(offer: Offer) -> dict[str, Any]:
    return match_document(offer.match)
