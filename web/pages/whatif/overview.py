"""`/pools/{pool}/whatif`: the scenarios beside the plan, compared in a table."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.queries.whatif import WhatIf
from application.scenarios.comparing import SECONDS, Job, key_of
from application.views.comparison import comparison_rows, moved, still_unmet
from application.views.scenario_words import phrases_of
from matcher.whatif import KeptScenario
from matcher.whatif.compare import MOST
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit

router = APIRouter()

_ADDRESS = "/pools/{pool_id}/whatif"
_MOVED = 40
LETTERS = "ABCD"


@router.get(_ADDRESS)
async def overview(visit: Annotated[Visit, Depends(May(Right.WHAT_IF))], made: int = 0) -> Response:
    """The scenarios; the table once they are compared."""
    return await _page(visit, FormErrors(), made=made)


@router.post(_ADDRESS + "/compare")
async def compare(visit: Annotated[Visit, Depends(May(Right.WHAT_IF))]) -> Response:
    """Begin to compare; the page follows."""
    kept = await _kept(visit)
    errors = FormErrors()
    with errors.noted():
        asked = WhatIf(
            pool_id=visit.pool_id,
            scenarios=tuple(each.scenario for each in kept),
            seconds=SECONDS,
        )
        if kept:
            account = visit.signed_in.account_id
            visit.house.workspace.comparisons.begin(visit.session, account, asked)
    if errors:
        return await _page(visit, errors, status=409)
    return visit.go(f"/pools/{visit.pool_id}/whatif")


async def _kept(visit: Visit) -> list[KeptScenario]:
    scenarios = visit.house.workspace.scenarios
    return list(await scenarios.scenarios(visit.signed_in.account_id, visit.pool_id))[:MOST]


async def _page(visit: Visit, errors: FormErrors, *, status: int = 200, made: int = 0) -> Response:
    kept = await _kept(visit)
    reads, pool_id = visit.session.reads, visit.pool_id
    snapshot = await reads.snapshot(pool_id)
    said = [phrases_of(snapshot, each.scenario) if snapshot else () for each in kept]
    job = visit.house.workspace.comparisons.job(visit.signed_in.account_id, pool_id)
    fresh = job is not None and job.key == key_of([each.scenario for each in kept])
    values: dict[str, Any] = {
        "scenarios": list(zip(LETTERS, kept, said, strict=False)),
        "most": MOST,
        "empty": snapshot is None,
        "job": job if fresh and kept else None,
        "made": made,
        "errors": errors,
        "people": {p.talent_id: p.name for p in await reads.people(pool_id)},
        "titles": {r.request_id: r for r in snapshot.requests} if snapshot else {},
    }
    values |= _results(values["job"], snapshot.version if snapshot else 0)
    return visit.page("whatif/overview.html", status, **values)


def _results(job: Job | None, version: int) -> dict[str, Any]:
    """What the table shows, where there is a result."""
    if job is None or job.result is None:
        return {"rows": (), "details": (), "old": False}
    found = job.result.found
    return {
        "rows": comparison_rows(job.result),
        "details": [
            (moved(each, _MOVED), still_unmet(found.live, each, _MOVED), len(each.moved.changes))
            for each in found.outcomes
        ],
        "old": found.live.plan.version != version,
    }
