"""`/start`: from an empty pool to the first plan, by two sheets."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right, granted
from application.queries.beginnings import beginnings_of
from web.frame.allowed import May
from web.frame.shell import Shell
from web.frame.visit import Visit

router = APIRouter()


@router.get("/start")
async def which_pool(visit: Annotated[Visit, Depends(May(Right.OWN_ACCOUNT))]) -> Response:
    """The pool to begin with; who has none is told who gives it."""
    shell = Shell(visit.account, visit.request)
    pools = [p for p in shell.pools if granted(visit.signed_in, Right.SHEETS, p)]
    if len(pools) == 1:
        return visit.go(f"/pools/{pools[0]}/start")
    admin = granted(visit.signed_in, Right.MANAGE_ACCOUNTS) is not None
    return visit.page("sheets/which_pool.html", pools=pools, admin=admin)


@router.get("/pools/{pool_id}/start")
async def start(visit: Annotated[Visit, Depends(May(Right.SHEETS, people=False))]) -> Response:
    """What is in already, and what comes next."""
    found = await beginnings_of(visit.session, visit.pool_id)
    return visit.page("sheets/start.html", found=found)
