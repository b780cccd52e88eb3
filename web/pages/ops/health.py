"""`/ops/health`: everything the service stands on, as `doctor` says it; a ✕ says how to mend it."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from web.frame.allowed import May
from web.frame.visit import Visit

router = APIRouter()


@router.get("/ops/health")
async def health_page(visit: Annotated[Visit, Depends(May(Right.WATCH))]) -> Response:
    """What was seen a moment ago at most."""
    seen = await visit.house.health.seen()
    wrong = sum(not each.fine for each in seen.found)
    return visit.page("ops/health.html", findings=seen.found, wrong=wrong, at=seen.at)
