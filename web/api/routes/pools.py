"""`/pools`: a pool, its plan, what is unmet and what it lacks."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import JSONResponse, Response

from application.access.rights import Right
from application.exports.bottlenecks_document import bottlenecks_document
from application.exports.match_document import unmet_document
from application.exports.plan_document import plan_document
from application.exports.pool_document import pool_document
from application.exports.steps_document import step_document
from application.queries.bottlenecks import bottlenecks_of
from application.queries.plan import plan_of
from application.queries.pools import pools_of
from application.queries.remedy_steps import Steps, steps_of
from matcher.explanation import Unmet
from web.api.callers import BEARER, Caller, TokenMay, not_found
from web.api.paging import Cursor, Limit, page
from web.api.schemas.matches import UNMET_AND_STEPS
from web.api.schemas.plans import BOTTLENECKS, PLAN, POOL
from web.api.shapes import answers, page_of

router = APIRouter(prefix="/pools", tags=["pools"], dependencies=[Depends(BEARER)])
Reader = Annotated[Caller, Depends(TokenMay(Right.SEE_POOL))]


@router.get("", responses=answers(page_of(POOL)))
async def list_pools(caller: Reader, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """The pools of the token's grant, with the totals of their plans."""
    views = await pools_of(caller.session, [caller.pool_id])
    return page(
        views,
        lambda each: each.pool_id,
        lambda each: pool_document(each, caller.words),
        limit=limit,
        cursor=cursor,
    )


@router.get("/{pool_id}", responses=answers(POOL))
async def get_pool(caller: Reader, pool_id: str) -> Response:
    """One pool, with the totals of its plan."""
    [view] = await pools_of(caller.session, [caller.pool_id])
    return JSONResponse(pool_document(view, caller.words))


@router.get("/{pool_id}/plan", responses=answers(PLAN))
async def get_plan(caller: Reader, pool_id: str) -> Response:
    """The newest plan with every assignment and every reason; nobody is named."""
    view = await plan_of(caller.session, caller.pool_id)
    if view is None:
        raise not_found()
    return JSONResponse(plan_document(view, caller.words))


@router.get("/{pool_id}/unmet", responses=answers(page_of(UNMET_AND_STEPS)))
async def list_unmet(
    caller: Reader, pool_id: str, limit: Limit = 50, cursor: Cursor = ""
) -> Response:
    """Demand lines that lack hours: why, and each change that would be enough, with its steps."""
    view = await plan_of(caller.session, caller.pool_id)
    rows = [row.unmet for row in view.unmet] if view else []
    steps = await steps_of(caller.session.reads, caller.pool_id)
    return page(
        rows,
        lambda each: each.line_id,
        lambda each: _unmet(caller, each, steps),
        limit=limit,
        cursor=cursor,
    )


@router.get("/{pool_id}/bottlenecks", responses=answers(BOTTLENECKS))
async def get_bottlenecks(caller: Reader, pool_id: str) -> Response:
    """What the pool lacks most, and whom it would reach."""
    view = await bottlenecks_of(caller.session, caller.pool_id)
    if view is None:
        raise not_found()
    return JSONResponse(bottlenecks_document(view, caller.words))


def _unmet(caller: Caller, unmet: Unmet, steps: Steps) -> dict[str, Any]:
    document = unmet_document(caller.words, unmet)
    for change, told in zip(unmet.enough, document["enough"], strict=True):
        told["steps"] = [step_document(each) for each in steps(unmet, change)]
    return document
