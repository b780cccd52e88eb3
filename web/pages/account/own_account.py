"""`/account`: language, look, how hours are shown, and this person's sessions."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from application.access import browser_sessions
from application.access.rights import Right
from web.frame.allowed import May, NotFound
from web.frame.cookies import keep_session, session_secret
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit

router = APIRouter()
Own = Annotated[Visit, Depends(May(Right.OWN_ACCOUNT))]


@router.get("/account")
async def account_page(visit: Own) -> Response:
    """Everything of the account on one page."""
    return await shown(visit)


@router.post("/account/preferences")
async def preferences(
    visit: Own,
    lang: Annotated[Literal["ja", "en"], Form()],
    theme: Annotated[Literal["auto", "light", "dark"], Form()],
    hours: Annotated[Literal["decimal", "spoken"], Form()],
) -> Response:
    """How pages look and speak from now on."""
    wanted = {"lang": lang, "theme": "" if theme == "auto" else theme, "hours": hours}
    await visit.house.accounts.amend_account(
        visit.signed_in.account_id, lambda kept: kept.model_copy(update=wanted)
    )
    return visit.go("/account")


@router.post("/account/sessions/end-others")
async def end_others(visit: Own) -> Response:
    """Every other browser has to sign in again."""
    store, here = visit.house.accounts, visit.web_session
    await store.end_web_sessions_of(visit.signed_in.account_id, but=here.digest if here else "")
    return visit.go("/account#sessions")


@router.post("/account/sessions/end")
async def end_one(visit: Own, session: Annotated[str, Form()] = "") -> Response:
    """One browser of theirs has to sign in again."""
    found = await visit.house.accounts.web_session(session)
    if found is None or found.account_id != visit.signed_in.account_id:
        raise NotFound(visit)
    await visit.house.accounts.end_web_session(session)
    return visit.go("/account#sessions")


async def shown(
    visit: Visit, status: int = 200, *, errors: FormErrors | None = None, part: str = ""
) -> Response:
    """The page; `errors` belong to the form of one part."""
    store, account = visit.house.accounts, visit.signed_in
    proof = await store.credentials(account.account_id)
    values: dict[str, Any] = {
        "sessions": await store.web_sessions(account.account_id),
        "zone": visit.house.now().tzinfo,
        "has_password": bool(proof.password),
        "has_keys": await _has_keys(visit),
        "has_codes": bool(proof.totp),
        "outside": visit.house.provider is not None,
        "has_outside": bool(proof.outside),
        "recovery_left": len(proof.recovery),
        "fine": FormErrors(),
        "errors": {part: errors} if errors else {},
    }
    return visit.page("account/account.html", status, **values)


async def _has_keys(visit: Visit) -> bool:
    house, account_id = visit.house, visit.signed_in.account_id
    address = await house.calendars.calendar_of(account_id)
    return address is not None or bool(await house.api.api_tokens(account_id))


async def begin_anew(visit: Visit, response: Response) -> Response:
    """After a change of what proves who they are: another secret here, and no other session."""
    house = visit.house
    old = session_secret(visit.request, house.settings)
    account, now = visit.signed_in, house.now()
    await house.accounts.end_web_sessions_of(account.account_id)
    secret = await browser_sessions.begin(house.accounts, account, now, instead=old)
    keep_session(response, secret, house.settings)
    return response
