"""`/admin/accounts`: who may enter; found by login, name, role, pool or talent."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from application.access import enrolment, management
from application.access.rights import Right
from application.access.tries import held_off, open_again
from application.queries.accounts import accounts_page
from models.accounts import Account, AccountId, AccountRole
from models.phrase import Phrase
from web.frame.allowed import May, NotFound
from web.frame.form_errors import FormErrors
from web.frame.visit import Visit
from web.pages.admin.grant_form import GrantForm

router = APIRouter()
Admin = Annotated[Visit, Depends(May(Right.MANAGE_ACCOUNTS))]


@router.get("/admin/accounts")
async def accounts(visit: Admin, q: str = "", page: int = 1) -> Response:
    """A list, by login."""
    found = await accounts_page(visit.house.accounts, q, page)
    return visit.page("admin/accounts.html", found=found, q=q)


@router.get("/admin/accounts/{account_id}")
async def account(visit: Admin, account_id: str) -> Response:
    """One account, its roles, and what may be done with it."""
    return await _shown(visit, await _found(visit, account_id))


@router.post("/admin/accounts/{account_id}/grants")
async def add_grant(visit: Admin, account_id: str) -> Response:
    """One more role."""
    theirs, form = await _found(visit, account_id), GrantForm.of(visit.form)
    wanted = await form.grant(visit)
    if wanted:
        with form.errors.noted():
            await management.add_grant(visit.house.accounts, theirs, wanted)
    if form.errors:
        return await _shown(visit, theirs, 422, form=form)
    return visit.go(f"/admin/accounts/{account_id}")


@router.post("/admin/accounts/{account_id}/grants/remove")
async def remove_grant(visit: Admin, account_id: str) -> Response:
    """One role fewer."""
    theirs, errors = await _found(visit, account_id), FormErrors()
    named = str(visit.form.get("grant", ""))
    grant = next((each for each in theirs.grants if each.model_dump_json() == named), None)
    if grant is None:
        errors.add("", Phrase.of("grant_not_there"))
    else:
        with errors.noted():
            await management.remove_grant(visit.house.accounts, theirs, grant, visit.house.now())
    return await _done(visit, theirs, errors)


@router.post("/admin/accounts/{account_id}/disable")
async def disable(visit: Admin, account_id: str) -> Response:
    """Nobody enters with it, from now on."""
    theirs, errors = await _found(visit, account_id), FormErrors()
    with errors.noted():
        await management.disable(visit.house.accounts, theirs, visit.house.now())
    return await _done(visit, theirs, errors)


@router.post("/admin/accounts/{account_id}/enable")
async def enable(visit: Admin, account_id: str) -> Response:
    """Its person may sign in again."""
    theirs = await _found(visit, account_id)
    await management.enable(visit.house.accounts, theirs)
    return await _done(visit, theirs, FormErrors())


@router.post("/admin/accounts/{account_id}/end-sessions")
async def end_sessions(visit: Admin, account_id: str) -> Response:
    """Every browser of theirs has to sign in again."""
    theirs = await _found(visit, account_id)
    await visit.house.accounts.end_web_sessions_of(theirs.account_id)
    return await _done(visit, theirs, FormErrors())


@router.post("/admin/accounts/{account_id}/open-again")
async def lift_pause(visit: Admin, account_id: str) -> Response:
    """Nobody is held off from it any more after wrong tries; whoever is signed in stays."""
    theirs = await _found(visit, account_id)
    await open_again(visit.house.accounts, theirs)
    return await _done(visit, theirs, FormErrors())


@router.post("/admin/accounts/{account_id}/forget-codes")
async def forget_codes(visit: Admin, account_id: str) -> Response:
    """No one-time codes any more: for whoever has lost the authenticator."""
    theirs = await _found(visit, account_id)
    await management.forget_codes(visit.house.accounts, theirs)
    return await _done(visit, theirs, FormErrors())


@router.post("/admin/accounts/{account_id}/reset")
async def reset(visit: Admin, account_id: str) -> Response:
    """A link to a new password, shown once."""
    theirs, house = await _found(visit, account_id), visit.house
    secret = await enrolment.reset_link(
        house.accounts, theirs.account_id, made_by=visit.session.actor, now=house.now()
    )
    link = f"{house.settings.origin}/new-password/{secret}"
    back = f"/admin/accounts/{account_id}"
    return visit.page("admin/link.html", link=link, login=theirs.login, back=back)


async def _found(visit: Visit, account_id: str) -> Account:
    found = await visit.house.accounts.account(AccountId(account_id))
    if found is None:
        raise NotFound(visit)
    return found


async def _done(visit: Visit, theirs: Account, errors: FormErrors) -> Response:
    if errors:
        return await _shown(visit, theirs, 422, errors=errors)
    return visit.go(f"/admin/accounts/{theirs.account_id}")


async def _shown(
    visit: Visit,
    theirs: Account,
    status: int = 200,
    *,
    form: GrantForm | None = None,
    errors: FormErrors | None = None,
) -> Response:
    store = visit.house.accounts
    proof = await store.credentials(theirs.account_id)
    return visit.page(
        "admin/account.html",
        status,
        theirs=theirs,
        sessions=len(await store.web_sessions(theirs.account_id)),
        has_codes=bool(proof.totp),
        held_off=await held_off(store, theirs, visit.house.now()),
        zone=visit.house.now().tzinfo,
        roles=tuple(AccountRole),
        form=form or GrantForm(),
        errors=errors or FormErrors(),
    )
