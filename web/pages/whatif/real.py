"""`/pools/{pool}/whatif/scenarios/{id}/real`: the facts that a scenario comes to, then posted."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.scenarios.real import Real, make_real, real
from application.views.settings import settings_rows
from matcher.whatif import KeptScenario
from models.errors import Mistake, Stale
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.whatif.building import mine

router = APIRouter()

_ADDRESS = "/pools/{pool_id}/whatif/scenarios/{scenario_id}/real"


@router.get(_ADDRESS)
async def asked(
    visit: Annotated[Visit, Depends(May(Right.POST_REQUEST))], scenario_id: str
) -> Response:
    """What would be recorded, and what of it cannot be."""
    return await _page(visit, await mine(visit, scenario_id), FormErrors())


@router.post(_ADDRESS)
async def made(
    visit: Annotated[Visit, Depends(May(Right.POST_REQUEST))], scenario_id: str
) -> Response:
    """Recorded, all or none; the scenario has done its work."""
    kept = await mine(visit, scenario_id)
    errors, status, receipts = FormErrors(), 422, 0
    with errors.noted():
        try:
            seen = str(visit.form.get("seen", ""))
            posted = await make_real(visit.session, visit.pool_id, kept.scenario, seen=seen)
            receipts = len(posted)
        except Stale:
            status = 409
            raise
    if errors:
        return await _page(visit, kept, errors, status)
    scenarios = visit.house.workspace.scenarios
    await scenarios.drop_scenario(kept.account_id, visit.pool_id, scenario_id)
    return visit.go(f"/pools/{visit.pool_id}/whatif?made={receipts}")


async def _page(
    visit: Visit, kept: KeptScenario, errors: FormErrors, status: int = 200
) -> Response:
    found: Real | None = None
    try:
        found = await real(visit.session, visit.pool_id, kept.scenario)
    except Mistake as error:
        errors.add("", error.phrase)
        status = 422
    rules = settings_rows(*found.settings, visit.words.lang) if found and found.settings else ()
    return visit.page(
        "whatif/real.html",
        status,
        kept=kept,
        found=found,
        rules=[row for row in rules if row.changed],
        errors=errors,
    )
