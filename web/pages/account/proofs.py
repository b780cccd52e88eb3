"""`/account/password`, `/account/codes`: what proves who somebody is, changed by themselves.

Each change asks for the present password: an open browser alone is not enough.
"""

from typing import Annotated

import segno
from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from application.access import one_time_codes
from application.access.enrolment import set_password
from application.access.rights import Right
from application.access.sign_in import confirm
from models.errors import Mistake
from models.phrase import Phrase
from web.frame.allowed import May
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.account.own_account import begin_anew, shown
from web.pages.entrance.sign_in import address

router = APIRouter()
Own = Annotated[Visit, Depends(May(Right.OWN_ACCOUNT))]
Typed = Annotated[str, Form(max_length=500)]


@router.post("/account/password")
async def change_password(
    visit: Own, password: Typed = "", new_password: Typed = "", keys: Typed = ""
) -> Response:
    """A new password; other browsers have to sign in again. `keys`: programs end with it."""
    errors = FormErrors()
    if await confirmed(visit, password, errors):
        try:
            store, now = visit.house.accounts, visit.house.now()
            await set_password(store, visit.signed_in, new_password, now, keys=keys == "end")
        except Mistake as error:
            errors.add("new_password", error.phrase)
    if errors:
        return await shown(visit, 422, errors=errors, part="password")
    return await begin_anew(visit, visit.go("/account"))


@router.get("/account/codes")
async def codes_page(visit: Own) -> Response:
    """A secret for the authenticator, as a picture and in letters; nothing is changed yet."""
    return _codes(visit, one_time_codes.new_secret(), FormErrors())


@router.post("/account/codes")
async def start_codes(
    visit: Own, one_time_secret: Typed = "", one_time_code: Typed = "", password: Typed = ""
) -> Response:
    """Codes are asked for from now on, once the first is right; the recovery codes, shown once."""
    store, account, errors = visit.house.accounts, visit.signed_in, FormErrors()
    secret = one_time_secret if one_time_codes.is_secret(one_time_secret) else ""
    step = one_time_codes.step_of(secret, one_time_code, visit.house.now()) if secret else None
    if step is None:
        errors.add("one_time_code", Phrase.of("sign_in_code_wrong"))
    await confirmed(visit, password, errors)
    if errors or step is None:
        return _codes(visit, secret or one_time_codes.new_secret(), errors)
    codes = one_time_codes.new_recovery_codes()
    kept = tuple(one_time_codes.recovery_digest(account.account_id, code) for code in codes)
    await store.amend_credentials(account.account_id, totp=secret, totp_step=step, recovery=kept)
    return await begin_anew(visit, visit.page("account/recovery.html", codes=codes))


@router.post("/account/codes/end")
async def end_codes(visit: Own, password: Typed = "") -> Response:
    """No codes are asked for any more."""
    errors = FormErrors()
    if not await confirmed(visit, password, errors):
        return await shown(visit, 422, errors=errors, part="codes")
    await visit.house.accounts.amend_credentials(visit.signed_in.account_id, totp="", recovery=())
    return await begin_anew(visit, visit.go("/account"))


def _codes(visit: Visit, secret: str, errors: FormErrors) -> Response:
    uri = one_time_codes.address_of(secret, visit.signed_in.login, visit.words("web_brand"))
    picture = segno.make(uri, error="m").svg_data_uri(scale=5, border=4, light="#fff")
    grouped = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    values = {"secret": secret, "grouped": grouped, "picture": picture, "errors": errors}
    return visit.page("account/codes.html", 422 if errors else 200, **values)


async def confirmed(visit: Visit, password: str, errors: FormErrors) -> bool:
    """Whether the present password was typed; what is wrong stands beside it."""
    house = visit.house
    try:
        await confirm(
            house.accounts, visit.signed_in, password, address=address(visit), now=house.now()
        )
    except Mistake as error:
        errors.add("password", error.phrase)
        return False
    return True
