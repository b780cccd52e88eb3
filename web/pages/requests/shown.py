"""`/pools/{pool}/requests/{id}`: one request, whole."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.drafting.merging import typed_changes
from application.queries.request_in_full import RequestInFull, request_in_full
from models.ids import RequestId
from models.phrase import Phrase
from web.frame.allowed import May, NotFound
from web.frame.visit import Visit
from wording import explain

router = APIRouter()


@router.get("/pools/{pool_id}/requests/{request_id}")
async def request(
    visit: Annotated[Visit, Depends(May(Right.SEE_POOL))], request_id: str
) -> Response:
    """What is asked, who works on it, why the rest is unmet, and what happened to it."""
    full = await found(visit, request_id)
    back = full.amended
    return visit.page(
        "requests/request.html",
        full=full,
        explain=explain,
        undone=typed_changes(back.posted, back.base) if back and back.posted and back.base else (),
        talents={match.match_id: match.talent_id for match in full.view.matches},
        lines={match.match_id: match.line_id for match in full.view.matches},
        zone=visit.session.now().tzinfo,
    )


async def found(visit: Visit, request_id: str) -> RequestInFull:
    """Raises NotFound where the pool has no such request."""
    full = await request_in_full(
        visit.session, visit.house.drafts, visit.pool_id, RequestId(request_id)
    )
    if full is None:
        raise NotFound(visit)
    return full


def withdrawing_page(visit: Visit, full: RequestInFull, said: Phrase | None = None) -> Response:
    """What follows a withdrawal, before it is recorded."""
    live = [match for line in full.view.lines for match in line.live]
    return visit.page(
        "requests/withdraw.html", 409 if said else 200, full=full, live=live, said=said
    )
