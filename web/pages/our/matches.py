"""`/our/matches/{id}`: one match, with the answers that the municipality may give."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from web.frame.allowed import May
from web.frame.visit import Visit
from web.pages.our.own import match_of

router = APIRouter()


@router.get("/our/matches/{match_id}")
async def one_match(
    visit: Annotated[Visit, Depends(May(Right.SEE_OWN_PLACE))], match_id: str
) -> Response:
    """The whole of it; where a coordinator answers for them, the page says so."""
    return visit.page("our/match.html", each=await match_of(visit, match_id))
