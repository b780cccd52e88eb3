"""`/welcome/{key}`, `/new-password/{key}`: the links of an invitation and of a reset."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from application.access import enrolment
from application.access.enrolment import LinkOver
from models.audit import Entry
from models.errors import Mistake
from web.frame.allowed import Everybody
from web.frame.errors import error_page
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.entrance.entering import enter

router = APIRouter()
Anybody = Annotated[Visit, Depends(Everybody())]
Typed = Annotated[str, Form(max_length=500)]
FIELDS = ("name", "login", "password")


@router.get("/welcome/{key}")
async def set_up_page(visit: Anybody, key: str) -> Response:
    """Who was invited chooses a name, a login and a password."""
    try:
        ticket = await enrolment.invitation(visit.house.accounts, key, visit.house.now())
    except LinkOver as error:
        return error_page(visit, 404, error.phrase)
    empty = {"name": "", "login": ""}
    values = {"grants": ticket.grants, "errors": FormErrors(), "typed": empty} | _outside(
        visit, key
    )
    return visit.page("entrance/set_up.html", **values)


@router.post("/welcome/{key}")
async def set_up(
    visit: Anybody, key: str, name: Typed = "", login: Typed = "", password: Typed = ""
) -> Response:
    """The account is made, and its person is in."""
    store, now, errors = visit.house.accounts, visit.house.now(), FormErrors()
    try:
        ticket = await enrolment.invitation(store, key, now)
        with _beside_fields(errors):
            account = await enrolment.set_up(
                store, key, name=name, login=login, password=password, now=now
            )
    except LinkOver as error:
        return error_page(visit, 404, error.phrase)
    if errors:
        typed = {"name": name, "login": login}
        values = {"grants": ticket.grants, "errors": errors, "typed": typed} | _outside(visit, key)
        return visit.page("entrance/set_up.html", 422, **values)
    await visit.audit(Entry.SET_UP, account=account)
    return await enter(visit, account, "/")


@router.get("/new-password/{key}")
async def reset_page(visit: Anybody, key: str) -> Response:
    """Whoever has the link sets a new password."""
    try:
        account = await enrolment.whose_reset(visit.house.accounts, key, visit.house.now())
    except LinkOver as error:
        return error_page(visit, 404, error.phrase)
    return visit.page("entrance/reset.html", login=account.login, errors=FormErrors())


@router.post("/new-password/{key}")
async def reset(visit: Anybody, key: str, password: Typed = "") -> Response:
    """The new password holds; one signs in with it, and with the code where one is due."""
    store, now, errors = visit.house.accounts, visit.house.now(), FormErrors()
    try:
        account = await enrolment.whose_reset(store, key, now)
        with _beside_fields(errors):
            await enrolment.reset(store, key, password, now)
    except LinkOver as error:
        return error_page(visit, 404, error.phrase)
    if errors:
        return visit.page("entrance/reset.html", 422, login=account.login, errors=errors)
    await visit.audit(Entry.RESET, account=account)
    return visit.go("/sign-in")


def _outside(visit: Visit, key: str) -> dict[str, Any]:
    return {"outside": visit.house.provider is not None, "key": key}


@contextmanager
def _beside_fields(errors: FormErrors) -> Iterator[None]:
    """A mistake stands beside the field that it names; else it is about the password."""
    try:
        yield
    except LinkOver:
        raise
    except Mistake as error:
        named = str(error.phrase.params.get("field", "password"))
        errors.add(named if named in FIELDS else "", error.phrase)
