"""`/ops/audit`: who did and saw what, searched; page by page, or as a file."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from application.access.rights import Right
from application.exports.audit_lines import as_csv
from application.queries.audit import audit_page
from models.audit import Entry, Outcome
from web.frame.allowed import May
from web.frame.visit import Visit
from web.pages.ops.audit_in_address import asked_of_audit

router = APIRouter()
Audits = Annotated[Visit, Depends(May(Right.SEE_AUDIT))]
ACTIONS = tuple(each.value for kind in (Right, Entry) for each in kind)


@router.get("/ops/audit")
async def audit(visit: Audits) -> Response:
    """From the newest line back."""
    house = visit.house
    zone = house.now().tzinfo
    asked = asked_of_audit(visit.request.query_params, zone)
    page = None
    if not asked.errors:
        page = await audit_page(house.audit, asked.wanted, before=asked.before)
    return visit.page(
        "ops/audit.html",
        422 if asked.errors else 200,
        page=page,
        typed=asked.typed,
        query=asked.query,
        first=asked.before is None,
        errors=asked.errors,
        actions=ACTIONS,
        outcomes=tuple(each.value for each in Outcome),
        zone=zone,
    )


@router.get("/ops/audit.csv")
async def audit_as_csv(visit: Audits) -> Response:
    """Every line that fits, written as it is read."""
    asked = asked_of_audit(visit.request.query_params, visit.house.now().tzinfo)
    if asked.errors:
        said = (visit.words.say(each.said) for each in asked.errors)
        return PlainTextResponse("\n".join(said), 422)
    return StreamingResponse(
        as_csv(visit.house.audit, asked.wanted, visit.house.now().tzinfo),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": 'attachment; filename="audit.csv"'},
    )
