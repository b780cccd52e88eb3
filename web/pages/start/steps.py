"""`/pools/{pool_id}/start`: from an empty pool to the first plan, by two sheets."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.queries.beginnings import beginnings_of
from web.frame.allowed import May
from web.frame.visit import Visit

router = APIRouter()


@router.get("/pools/{pool_id}/start")
async def start(
    visit: Annotated[Visit, Depends(May(Right.SHEETS, people=False))], waited: bool = False
) -> Response:
    """What is in already, and what comes next; whoever has `waited` for the plan is taken to it."""
    found = await beginnings_of(visit.session, visit.pool_id)
    if waited and found.next == "plan":
        return visit.go(f"/pools/{visit.pool_id}/plan")
    # What was posted a moment ago may not have been taken in.
    waits = found.next == "wait" or waited
    return visit.page("start/steps.html", found=found, waits=waits)
