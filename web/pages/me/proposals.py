"""`/me`: what a talent is asked, what they do, and what they have answered."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from models.ids import MatchId
from web.frame.allowed import May
from web.frame.visit import Visit
from web.pages.me.own import work_of

router = APIRouter()


@router.get("/me")
async def proposals(
    visit: Annotated[Visit, Depends(May(Right.SEE_OWN_WORK))], answered: str | None = None
) -> Response:
    """`answered`: the match about which they have just decided."""
    work = await work_of(visit, answered=answered)
    told = work.one(MatchId(answered)) if answered else None
    return visit.page("me/proposals.html", work=work, told=told)
