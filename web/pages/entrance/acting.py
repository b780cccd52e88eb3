"""`/acting`: which of several pools, municipalities or talents the pages are about from now on."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from application.access.rights import Right
from models.accounts import AccountRole
from web.frame.allowed import May, NotFound
from web.frame.cookies import ACTING
from web.frame.visit import Visit

router = APIRouter()


@router.post("/acting")
async def act(
    visit: Annotated[Visit, Depends(May(Right.OWN_ACCOUNT))],
    grant: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """Kept by the browser: two of them may act for different ones."""
    chosen = next((each for each in visit.signed_in.switchable if each.key == grant), None)
    if chosen is None:
        raise NotFound(visit)
    first = {
        AccountRole.COORDINATOR: f"/pools/{chosen.pool_id}",
        AccountRole.TALENT: "/me",
        AccountRole.MUNICIPALITY: "/our",
    }
    response, settings = visit.go(first[chosen.role]), visit.house.settings
    response.set_cookie(
        ACTING,
        chosen.key,
        max_age=int(settings.times.absolute.total_seconds()),
        httponly=True,
        secure=settings.secure,
        samesite="lax",
    )
    return response
