"""`/`: where each person's work begins."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access.rights import Right, granted
from web.frame.allowed import May
from web.frame.shell import Shell
from web.frame.visit import Visit

router = APIRouter()


@router.get("/")
async def first_page(visit: Annotated[Visit, Depends(May(Right.OWN_ACCOUNT))]) -> Response:
    """The first page of the menu of whoever is signed in."""
    menu = Shell(visit.account, visit.request).menu
    if granted(visit.signed_in, Right.MANAGE_ACCOUNTS) and not await visit.session.reads.pools():
        return visit.go("/start")  # nothing is here yet: whoever set it up begins
    return visit.go(menu[0].path if menu else "/account")
