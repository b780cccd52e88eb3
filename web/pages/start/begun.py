"""`/start/pool`, `/start/sample`: an administrator begins a pool, and becomes its coordinator."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access import management
from application.access.browser_sessions import begin
from application.access.rights import Right
from application.choosing import pool_id
from application.commands.sample_pool import load_samples, remove_samples
from application.session import Session
from models.accounts import AccountRole, Grant
from models.ids import PoolId
from web.frame.allowed import May
from web.frame.cookies import keep_session
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.start.choosing import choices_page

router = APIRouter()
Admin = Annotated[Visit, Depends(May(Right.MANAGE_ACCOUNTS, people=False))]


@router.post("/start/pool")
async def begin_pool(visit: Admin) -> Response:
    """A pool of their own: its first two sheets come next."""
    errors = FormErrors()
    pool = _named(visit, errors)
    if pool is None:
        return await choices_page(visit, errors)
    return await _as_coordinator(visit, pool, f"/pools/{pool}/start")


@router.post("/start/sample")
async def load(visit: Admin) -> Response:
    """The sample pool is stated; its first plan comes next."""
    errors = FormErrors()
    pool = await _changed(visit, errors, load_samples)
    if pool is None:
        return await choices_page(visit, errors)
    return await _as_coordinator(visit, pool, f"/pools/{pool}/start?waited=1")


@router.post("/start/sample/remove")
async def remove(visit: Admin) -> Response:
    """The samples are gone, and with them the right to coordinate their pool."""
    errors = FormErrors()
    pool = await _changed(visit, errors, remove_samples)
    if pool is None:
        return await choices_page(visit, errors)
    grant = visit.signed_in.granted(AccountRole.COORDINATOR, pool)
    if grant is None:
        return visit.go("/start")
    await management.remove_grant(visit.house.accounts, visit.signed_in, grant, visit.house.now())
    return await _anew(visit, "/start")


async def _changed(
    visit: Visit, errors: FormErrors, change: Callable[[Session, PoolId], Awaitable[object]]
) -> PoolId | None:
    """The pool whose samples came or went; None where something was wrong."""
    pool = _named(visit, errors)
    if pool:
        with errors.noted():
            await change(visit.session, pool)
    return None if errors else pool


def _named(visit: Visit, errors: FormErrors) -> PoolId | None:
    text = str(visit.form.get("pool", ""))
    pool = errors.read("pool", text, lambda typed: pool_id(typed, visit.house.places))
    if pool:
        visit.concerns("pool", pool)
    return pool


async def _as_coordinator(visit: Visit, pool: PoolId, path: str) -> Response:
    if visit.signed_in.granted(AccountRole.COORDINATOR, pool):
        return visit.go(path)
    grant = Grant(role=AccountRole.COORDINATOR, pool_id=pool)
    await management.add_grant(visit.house.accounts, visit.signed_in, grant)
    return await _anew(visit, path)


async def _anew(visit: Visit, path: str) -> Response:
    """With other rights the browser has another session; every other browser signs in again."""
    house, response = visit.house, visit.go(path)
    keep_session(
        response, await begin(house.accounts, visit.signed_in, house.now()), house.settings
    )
    return response
