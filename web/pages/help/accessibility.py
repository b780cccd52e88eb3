"""`/accessibility`: how far the console is usable by everybody, and how that is found out."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from web.frame.allowed import Everybody
from web.frame.visit import Visit

router = APIRouter()


@router.get("/accessibility")
async def accessibility(visit: Annotated[Visit, Depends(Everybody())]) -> Response:
    """The statement."""
    return visit.page("help/accessibility.html", contact=visit.house.settings.contact)
