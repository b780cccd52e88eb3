"""`/sign-in`, `/sign-out`: by password and one-time code; one click where the data are samples."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from application.access import browser_sessions
from application.access.sign_in import WrongSignIn, by_code, by_password
from application.access.tries import LockedOut
from models.accounts import AccountRole
from models.audit import Entry, Outcome
from models.errors import Mistake
from web.frame.allowed import Everybody, NotFound
from web.frame.cookies import drop_session, session_secret
from web.frame.errors import sign_in_values
from web.frame.form_errors import FormErrors
from web.frame.own_paths import own_path
from web.frame.visit import Visit
from web.pages.entrance.entering import enter

router = APIRouter()
Anybody = Annotated[Visit, Depends(Everybody())]
Typed = Annotated[str, Form(max_length=500)]


@router.get("/sign-in")
async def sign_in_page(visit: Anybody, then: str = "/") -> Response:
    """The form, and the samples' buttons."""
    if visit.account is not None:
        return visit.go(own_path(then))
    return visit.page(
        "entrance/sign_in.html", **await sign_in_values(visit) | {"next_path": own_path(then)}
    )


@router.post("/sign-in")
async def sign_in(visit: Anybody, login: Typed = "", password: Typed = "") -> Response:
    """By login and password; the one-time code is asked for where the account has them."""
    store, now = visit.house.accounts, visit.house.now()
    try:
        passed = await by_password(store, login, password, address=address(visit), now=now)
    except (WrongSignIn, LockedOut) as error:
        return await _refused(visit, error, "entrance/sign_in.html", login=login)
    if passed.ticket:
        return visit.page("entrance/code.html", **await sign_in_values(visit), ticket=passed.ticket)
    return await enter(visit, passed.account)


@router.post("/sign-in/code")
async def one_time_code(visit: Anybody, ticket: Typed = "", one_time_code: Typed = "") -> Response:
    """After the password: the code of the authenticator, or a recovery code."""
    store, now = visit.house.accounts, visit.house.now()
    try:
        account = await by_code(store, ticket, one_time_code, address=address(visit), now=now)
    except (WrongSignIn, LockedOut) as error:
        return await _refused(visit, error, "entrance/code.html", ticket=ticket)
    except Mistake as error:
        return await _refused(visit, error, "entrance/sign_in.html")
    return await enter(visit, account)


@router.post("/sign-in/sample")
async def enter_sample(visit: Anybody, role: Annotated[AccountRole, Form()]) -> Response:
    """Enter as one of the sample people; only where the setting allows it."""
    house = visit.house
    if not house.settings.sample_entry:
        raise NotFound(visit)
    accounts = await house.accounts.accounts()
    account = next((a for a in accounts if a.sample and a.granted(role)), None)
    if account is None or account.disabled:
        raise NotFound(visit)
    return await enter(visit, account)


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


def address(visit: Visit) -> str:
    """Where the browser is, as the server or a trusted proxy says."""
    client = visit.request.client
    return client.host if client else ""


async def _refused(visit: Visit, error: Mistake, template: str, **values: Any) -> Response:
    """The form again, with what was typed but the secrets, and when one may try again."""
    locked = isinstance(error, LockedOut)
    await visit.audit(Entry.LOCKED_OUT if locked else Entry.SIGN_IN, Outcome.REFUSED)
    errors = FormErrors()
    errors.add("", error.phrase)
    shown = await sign_in_values(visit) | {"errors": errors} | values
    response = visit.page(template, 429 if locked else 422, **shown)
    if isinstance(error, LockedOut):
        seconds = int((error.until - visit.house.now()).total_seconds())
        response.headers["retry-after"] = str(max(1, seconds))
    return response
