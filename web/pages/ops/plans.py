"""`/ops/plans`: the newest plan of every pool, how it was made, and whether planning follows."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.queries.plan_runs import planning
from web.frame.allowed import May
from web.frame.visit import Visit

router = APIRouter()


@router.get("/ops/plans")
async def plans_page(visit: Annotated[Visit, Depends(May(Right.WATCH))]) -> Response:
    """Every pool in order."""
    found = await planning(visit.session)
    return visit.page("ops/plans.html", pools=found, zone=visit.house.now().tzinfo)
