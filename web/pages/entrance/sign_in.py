"""`/sign-in`, `/sign-out`: with one click where the data are samples."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from application.access import browser_sessions
from models.accounts import AccountRole
from models.audit import Entry
from web.frame.allowed import Everybody, NotFound
from web.frame.cookies import drop_session, keep_session, session_secret
from web.frame.errors import sign_in_values
from web.frame.held_form import brought_back
from web.frame.own_paths import own_path
from web.frame.visit import Visit

router = APIRouter()
Anybody = Annotated[Visit, Depends(Everybody())]


@router.get("/sign-in")
async def sign_in_page(visit: Anybody, then: str = "/") -> Response:
    """The form, and the samples' buttons."""
    if visit.account is not None:
        return visit.go(own_path(then))
    values = sign_in_values(visit) | {"next_path": own_path(then)}
    return visit.page("entrance/sign_in.html", **values)


@router.post("/sign-in/sample")
async def enter_sample(visit: Anybody, role: Annotated[AccountRole, Form()]) -> Response:
    """Enter as one of the sample people; only where the setting allows it."""
    house = visit.house
    if not house.settings.sample_entry:
        raise NotFound(visit)
    accounts = await house.accounts.accounts()
    account = next((a for a in accounts if a.sample and a.granted(role)), None)
    if account is None:
        raise NotFound(visit)
    secret = await browser_sessions.begin(house.accounts, account, house.now())
    await visit.audit(Entry.SIGN_IN, account=account)
    response = await _go_on(visit, secret)
    keep_session(response, secret, house.settings)
    return response


@router.post("/sign-out")
async def sign_out(visit: Anybody) -> Response:
    """The session ends here and in the store."""
    settings = visit.house.settings
    if visit.account is not None:
        await visit.audit(Entry.SIGN_OUT)
    await browser_sessions.end(visit.house.accounts, session_secret(visit.request, settings))
    response = visit.go("/sign-in")
    drop_session(response, settings)
    return response


async def _go_on(visit: Visit, secret: str) -> Response:
    """To the page that was asked for; a form that had come too late is shown to be sent again."""
    path, fields = own_path(visit.form.get("held_path")), brought_back(visit.form)
    if not fields:
        return visit.go(path)
    house = visit.house
    found = await browser_sessions.signed_in(house.accounts, secret, house.now())
    assert found is not None
    again = Visit(
        request=visit.request, house=house, account=found.account, web_session=found.session
    )
    return again.page("frame/send_again.html", fields=fields, to=path)
