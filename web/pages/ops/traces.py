"""`/ops/traces`: the way of one posting, and the search for it by any id."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.queries.finding_traces import FoundTrace, traces_of
from application.queries.trace import trace_of
from models.errors import Absent
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit

router = APIRouter()
Watches = Annotated[Visit, Depends(May(Right.WATCH))]


@router.get("/ops/traces")
async def search(visit: Watches, q: str = "") -> Response:
    """One posting is opened at once; of a thing with a history, every change is listed."""
    errors, found = FormErrors(), list[FoundTrace]()
    if q.strip():
        try:
            answer = await traces_of(visit.session, q[:200])
        except Absent as error:
            errors.add("q", error.phrase)
        else:
            if isinstance(answer, UUID):
                return visit.go(f"/ops/traces/{answer}")
            found = list(answer)
    status = 404 if errors else 200
    return visit.page("ops/traces.html", status, q=q, errors=errors, found=found, zone=_zone(visit))


@router.get("/ops/traces/{correlation}")
async def trace(visit: Watches, correlation: str) -> Response:
    """Each step with its time, and where it stands still."""
    house = visit.house
    try:
        story = UUID(correlation)
    except ValueError:
        raise Absent("trace_unknown", id=correlation[:80]) from None
    view = await trace_of(visit.session, house.feed, house.event_log, story)
    return visit.page("ops/trace.html", trace=view, zone=_zone(visit))


def _zone(visit: Visit) -> object:
    return visit.house.now().tzinfo
