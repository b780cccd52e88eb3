"""`/account/outside`: whoever is signed in enters by their organisation's account from now on."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from application.access import outside
from application.access.rights import Right
from models.errors import Mistake
from web.frame.allowed import May, NotFound
from web.frame.cookies import keep_outside
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.account.own_account import shown
from web.pages.account.proofs import confirmed
from web.pages.entrance.sign_in import address

router = APIRouter()
Own = Annotated[Visit, Depends(May(Right.OWN_ACCOUNT))]


@router.post("/account/outside")
async def connect(visit: Own, password: Annotated[str, Form(max_length=500)] = "") -> Response:
    """After the password: the link to the organisation's sign-in, from where they come back."""
    house, errors = visit.house, FormErrors()
    if house.provider is None:
        raise NotFound(visit)
    if await confirmed(visit, password, errors):
        try:
            there, state = await outside.ask(
                house.accounts,
                house.provider,
                path="/account",
                account_id=visit.signed_in.account_id,
                address=address(visit),
                now=house.now(),
            )
        except Mistake as error:
            errors.add("", error.phrase)
        else:
            # A link, as browsers follow no form to another host.
            response = visit.page("account/outside.html", there=there)
            keep_outside(response, state, house.settings)
            return response
    return await shown(visit, 422, errors=errors, part="outside")
