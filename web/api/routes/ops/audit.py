"""`/ops/audit`: who did and saw what, searched."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import AwareDatetime
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.queries.audit import audit_page
from models.audit import AuditRecord, AuditSearch, Outcome
from models.audit import Cursor as Place
from models.phrase import Phrase
from web.api.callers import BEARER, Caller, TokenMay
from web.api.paging import Cursor, Limit, decoded, encoded
from web.api.problems import Failed
from web.api.shapes import answers, model, page_of

router = APIRouter(prefix="/ops/audit", tags=["ops"], dependencies=[Depends(BEARER)])
Auditor = Annotated[Caller, Depends(TokenMay(Right.SEE_AUDIT))]
Text = Annotated[str, Query(max_length=100)]
Moment = Annotated[AwareDatetime | None, Query()]


@router.get("", responses=answers(page_of(model(AuditRecord))))
async def list_audit(
    caller: Auditor,
    *,
    since: Moment = None,
    until: Moment = None,
    actor: Text = "",
    action: Text = "",
    pool: Text = "",
    subject: Annotated[str, Query(alias="object", max_length=100)] = "",
    outcome: Outcome | None = None,
    limit: Limit = 50,
    cursor: Cursor = "",
) -> Response:
    """From the newest back; `until` is no longer in it."""
    before = decoded(cursor) if cursor else ""
    if not (before.isascii() and before.isdecimal() and len(before) < 19) and cursor:
        raise Failed(422, Phrase.of("api_cursor_wrong"))
    wanted = AuditSearch(
        since=_known(since),
        until=_known(until),
        actor=actor,
        action=action,
        pool_id=pool,
        subject=subject,
        outcome=outcome,
    )
    place = Place(int(before)) if before else None
    found = await audit_page(caller.house.audit, wanted, before=place, limit=limit)
    return JSONResponse(
        {
            "items": [record.model_dump(mode="json") for record in found.records],
            "next": encoded(str(found.older)) if found.older is not None else None,
        }
    )


def _known(moment: datetime | None) -> datetime | None:
    """A moment that a machine can count. Raises Failed."""
    try:
        if moment:
            moment.timestamp()
    except (ValueError, OverflowError, OSError):
        raise Failed(422, Phrase.of("api_fields_wrong")) from None
    return moment
