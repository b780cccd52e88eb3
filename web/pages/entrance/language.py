"""`/language`: pages speak another language from now on."""

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from models.audit import Entry
from web.frame.allowed import Everybody
from web.frame.cookies import LANG
from web.frame.own_paths import own_path
from web.frame.visit import Visit

router = APIRouter()


@router.post("/language")
async def language(
    visit: Annotated[Visit, Depends(Everybody())],
    to: Annotated[Literal["ja", "en"], Form()],
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Kept with the account, and in a cookie for the pages before the sign-in."""
    if visit.account is not None and visit.account.lang != to:
        account_id = visit.account.account_id
        account = await visit.house.accounts.amend_account(
            account_id, lambda kept: kept.model_copy(update={"lang": to})
        )
        await visit.audit(Entry.CHANGE_LANGUAGE)
        visit = replace(visit, account=account)
    response = visit.go(own_path(back))
    response.set_cookie(LANG, to, max_age=365 * 86400, samesite="lax")
    return response
