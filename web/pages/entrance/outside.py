"""`/sign-in/outside`: over the organisation's own sign-in, and back."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import RedirectResponse, Response

from application.access import outside
from models.audit import Entry, Outcome
from models.errors import Mistake
from web.frame.allowed import Everybody, NotFound
from web.frame.cookies import OUTSIDE, drop_outside, keep_outside
from web.frame.errors import sign_in_values
from web.frame.form_errors import FormErrors
from web.frame.own_paths import own_path
from web.frame.visit import Visit
from web.pages.entrance.entering import enter
from web.pages.entrance.sign_in import address

router = APIRouter()
Anybody = Annotated[Visit, Depends(Everybody())]


@router.get("/sign-in/outside")
async def ask(visit: Anybody, then: str = "/", key: str = "") -> Response:
    """To the provider; this browser keeps a secret by which its answer is known."""
    house = visit.house
    if house.provider is None:
        raise NotFound(visit)
    try:
        there, state = await outside.ask(
            house.accounts,
            house.provider,
            path=own_path(then),
            invitation=key,
            address=address(visit),
            now=house.now(),
        )
    except Mistake as error:
        return await _refused(visit, error)
    response = RedirectResponse(there, 303)
    keep_outside(response, state, house.settings)
    return response


@router.get("/sign-in/outside/back")
async def back(visit: Anybody, state: str = "", code: str = "") -> Response:
    """The provider has sent the browser back: in, where they have an account here."""
    house = visit.house
    if house.provider is None:
        raise NotFound(visit)
    try:
        passed, path = await outside.answered(
            house.accounts,
            house.provider,
            state=state,
            kept=visit.request.cookies.get(OUTSIDE, ""),
            code=code,
            signed_in=visit.account.account_id if visit.account else "",
            address=address(visit),
            now=house.now(),
        )
    except Mistake as error:
        await visit.audit(Entry.SIGN_IN, Outcome.REFUSED)
        response = await _refused(visit, error)
    else:
        if passed.ticket:
            values = await sign_in_values(visit) | {"next_path": path, "ticket": passed.ticket}
            response = visit.page("entrance/code.html", **values)
        else:
            response = await enter(visit, passed.account, path)
    drop_outside(response)
    return response


async def _refused(visit: Visit, error: Mistake) -> Response:
    errors = FormErrors()
    errors.add("", error.phrase)
    values = await sign_in_values(visit) | {"next_path": "/", "errors": errors}
    return visit.page("entrance/sign_in.html", 422, **values)
