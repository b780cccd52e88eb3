"""`/pools/{pool_id}/plan/changes`: what moved since the person last looked."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.queries.plan_changes import mark_seen, plan_changes
from application.views.line_names import name_of
from application.views.steps import spans
from web.frame.allowed import May
from web.frame.visit import Visit
from web.pages.plan.told import Told
from wording import explain

router = APIRouter()
Seeing = Annotated[Visit, Depends(May(Right.SEE_POOL))]
#: Changes of a page; the others are counted.
_ROWS = 200


@router.get("/pools/{pool_id}/plan/changes")
async def changes_page(visit: Seeing, seen: str = "") -> Response:
    """The plan that was seen against the plan there is."""
    account_id = visit.signed_in.account_id
    found = await plan_changes(visit.session, visit.house.plan_looks, account_id, visit.pool_id)
    summary = ""
    if found and found.moved:
        summary = explain.summary(visit.words, found.moved)
    return visit.page(
        "plan/changes.html",
        found=found,
        summary=summary,
        because=explain.triggers(visit.words, found.because) if found else [],
        told=Told(visit.words, found.people if found else {}),
        name_of=name_of,
        spans=spans,
        rows=_ROWS,
        office=visit.house.now().tzinfo,
        seen=seen,
    )


@router.post("/pools/{pool_id}/plan/changes")
async def seen_until_here(visit: Seeing) -> Response:
    """The plan on the page is seen; one that has come since is not."""
    version = str(visit.form.get("version", ""))
    number = int(version) if version.isascii() and version.isdecimal() else 0
    looks, account = visit.house.plan_looks, visit.signed_in
    done = await mark_seen(visit.session, looks, account.account_id, visit.pool_id, number)
    return visit.go(f"/pools/{visit.pool_id}/plan/changes?seen={'yes' if done else 'newer'}")
