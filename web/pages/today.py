"""`/pools/{pool_id}`: what needs the coordinator now, and how well the pool is served."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right
from application.queries.bottlenecks import bottlenecks_of
from application.queries.today import today_of
from web.frame.allowed import May
from web.frame.visit import Visit
from wording import explain

router = APIRouter()

#: So many to-dos stand on the page; the rest is counted.
_MOST = 12


@router.get("/pools/{pool_id}")
async def today(visit: Annotated[Visit, Depends(May(Right.SEE_POOL))], all: str = "") -> Response:  # noqa: A002
    """The first page of a coordinator."""
    view = await today_of(visit.session, visit.pool_id)
    stuck = await bottlenecks_of(visit.session, visit.pool_id)
    drafts = await visit.house.drafts.drafts(visit.pool_id)
    return visit.page(
        "today/today.html",
        view=view,
        base=f"/pools/{visit.pool_id}",
        shown_to_dos=view.to_dos if all else view.to_dos[:_MOST],
        bottlenecks=stuck.entries if stuck else (),
        explain=explain,
        handed=sum(each.handed and each.posted is None for each in drafts),
    )
