"""`/our`: who comes when, what waits for an answer, how far requests are served."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from models.ids import MatchId
from web.frame.allowed import May
from web.frame.visit import Visit
from web.pages.our.own import place_of

router = APIRouter()


@router.get("/our")
async def who_comes(
    visit: Annotated[Visit, Depends(May(Right.SEE_OWN_PLACE))], answered: str | None = None
) -> Response:
    """`answered`: the match about which they have just decided."""
    place = await place_of(visit, answered=answered)
    told = place.one(MatchId(answered)) if answered else None
    return visit.page("our/who_comes.html", place=place, told=told)
