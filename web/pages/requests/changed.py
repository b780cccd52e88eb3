"""What a coordinator does to a request: amend, copy, withdraw, and take each of these back."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.commands.amend import AmendRequest, amend_request
from application.commands.drafts import DraftOf, begin_amendment, begin_copy
from application.commands.post_draft import undo_amendment
from application.commands.withdraw import WithdrawRequests, withdraw_requests
from application.drafting.steps import Step
from application.edits import SetField
from models.entities import RequestStatus
from models.errors import Stale
from models.ids import RequestId
from web.frame.allowed import May, NotFound
from web.frame.visit import Visit
from web.pages.requests.form.at import FormAt
from web.pages.requests.form.pages import seen_version, typed_fields
from web.pages.requests.shown import found, withdrawing_page

router = APIRouter(prefix="/pools/{pool_id}/requests/{request_id}")
AT = FormAt("/pools/{pool_id}", Right.POST_REQUEST)
Poster = Annotated[Visit, Depends(May(Right.POST_REQUEST))]


@router.post("/amend")
async def amend(visit: Poster, request_id: str) -> Response:
    """A draft of its next revision; where I have begun one, that one."""
    await found(visit, request_id)
    of = DraftOf.by(visit.granted)
    draft = await begin_amendment(visit.session, visit.house.drafts, of, RequestId(request_id))
    return visit.go(AT.step(visit, draft, Step.PROBLEM))


@router.post("/copy")
async def copy(visit: Poster, request_id: str) -> Response:
    """A draft of a new request like it."""
    await found(visit, request_id)
    of = DraftOf.by(visit.granted)
    draft = await begin_copy(visit.session, visit.house.drafts, of, RequestId(request_id))
    return visit.go(AT.step(visit, draft, Step.PROBLEM))


@router.get("/withdraw")
async def withdrawing(visit: Poster, request_id: str) -> Response:
    """What follows, before it is recorded."""
    return withdrawing_page(visit, await found(visit, request_id))


@router.post("/withdraw")
async def withdraw(visit: Poster, request_id: str) -> Response:
    """It is no longer wanted: its people become free."""
    full = await found(visit, request_id)
    command = WithdrawRequests(
        pool_id=visit.pool_id,
        ids=(full.request.request_id,),
        seen=seen_version(typed_fields(visit)),
    )
    try:
        await withdraw_requests(visit.session, command)
    except Stale as stale:
        return withdrawing_page(visit, full, stale.phrase)
    return visit.go(AT.path(visit, request_id))


@router.post("/reopen")
async def reopen(visit: Poster, request_id: str) -> Response:
    """A withdrawal is taken back."""
    full = await found(visit, request_id)
    await amend_request(
        visit.session,
        AmendRequest(
            pool_id=visit.pool_id,
            request_id=full.request.request_id,
            edits=(SetField(field="status", value=RequestStatus.OPEN),),
        ),
    )
    return visit.go(AT.path(visit, request_id))


@router.post("/undo")
async def undo(visit: Poster, request_id: str) -> Response:
    """The last amendment is taken back, and nothing that others have stated since."""
    full = await found(visit, request_id)
    if full.amended is None or full.amended.draft_id != typed_fields(visit).get("draft"):
        raise NotFound(visit)
    await undo_amendment(visit.session, visit.house.drafts, full.amended)
    return visit.go(AT.path(visit, request_id))
