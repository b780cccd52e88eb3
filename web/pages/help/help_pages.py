"""`/help`: what the console is for, and a page for each role."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from models.accounts import AccountRole
from web.frame.allowed import Everybody
from web.frame.shell import Shell
from web.frame.visit import Visit
from web.pages.help.tasks import TASKS, TERMS

router = APIRouter()


@router.get("/help")
async def help_page(visit: Annotated[Visit, Depends(Everybody())]) -> Response:
    """Where each person's help is, and what the words mean."""
    return visit.page(
        "help/help.html",
        roles=tuple(AccountRole),
        own={grant.role for grant in visit.account.grants} if visit.account else (),
        terms=tuple(dict.fromkeys(each for terms in TERMS.values() for each in terms)),
        contact=visit.house.settings.contact,
    )


@router.get("/help/{role}")
async def help_of_role(
    visit: Annotated[Visit, Depends(Everybody())], role: AccountRole
) -> Response:
    """What somebody in a role does first and most; links lead to pages that they may open."""
    menu = Shell(visit.account, visit.request).menu
    return visit.page(
        "help/role.html",
        role=role.value,
        tasks=TASKS[role],
        terms=TERMS[role],
        pages={item.code: item.path for item in menu},
        contact=visit.house.settings.contact,
    )
