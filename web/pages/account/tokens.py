"""`/account/tokens`: tokens of programs that act for an account: made, shown once, ended."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from application.access.api_tokens import MOST_DAYS, make_token
from application.access.rights import Right
from models.phrase import Phrase
from web.frame.allowed import May, NotFound
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from wording.typed.values import number

router = APIRouter()
Own = Annotated[Visit, Depends(May(Right.OWN_ACCOUNT))]
Typed = Annotated[str, Form(max_length=200)]


@router.get("/account/tokens")
async def tokens(visit: Own) -> Response:
    """Each with what it may do and when it was last used, and the form of a new one."""
    return await _page(visit, FormErrors())


@router.post("/account/tokens")
async def make(visit: Own, name: Typed = "", grant: Typed = "", days: Typed = "") -> Response:
    """A new one for one grant of theirs; the page shows its secret this once."""
    house, grants, errors = visit.house, visit.signed_in.grants, FormErrors()
    if not name.strip():
        errors.add("name", Phrase.of("web_token_name_lacks"))
    if not (grant.isdecimal() and int(grant) < len(grants)):
        errors.add("grant", Phrase.of("token_grant_not_own"))
    lasting = errors.read("days", days, number)
    if errors or lasting is None:
        return await _page(visit, errors, 422)
    with errors.noted(("days",)):
        made = await make_token(
            house.api,
            visit.signed_in,
            grants[int(grant)],
            name=name,
            days=lasting,
            now=house.now(),
        )
    if errors:
        return await _page(visit, errors, 422)
    visit.concerns("token", made.token.token_id)
    return visit.page("account/token_made.html", made=made)


@router.post("/account/tokens/{token_id}/end")
async def end(visit: Own, token_id: str) -> Response:
    """Worth nothing from now on."""
    if not await visit.house.api.end_api_token(token_id, visit.signed_in.account_id):
        raise NotFound(visit)
    return visit.go("/account/tokens")


async def _page(visit: Visit, errors: FormErrors, status: int = 200) -> Response:
    house = visit.house
    return visit.page(
        "account/tokens.html",
        status,
        tokens=await house.api.api_tokens(visit.signed_in.account_id),
        grants=visit.signed_in.grants,
        most_days=MOST_DAYS,
        typed={name: str(visit.form.get(name, "")) for name in ("name", "grant", "days")},
        errors=errors,
        now=house.now(),
        zone=house.now().tzinfo,
    )
