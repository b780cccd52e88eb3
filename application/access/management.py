"""What administrators do with accounts: grants, disabling, and the first of them."""

from uuid import uuid4

from application.access import passwords
from application.ports import AccessStore
from models.accounts import Account, AccountId, AccountRole, Grant
from models.errors import Absent, Mistake
from models.text_folding import folded


async def account_of(store: AccessStore, who: str) -> Account:
    """The account by its id or login. Raises Absent."""
    found = await store.account(AccountId(who)) or await store.account_by_login(folded(who))
    if found is None:
        raise Absent("account_unknown", who=who)
    return found


async def new_admin(store: AccessStore, login: str, name: str = "", password: str = "") -> Account:
    """An administrator's account; without a password until a link has set one.

    Raises Mistake where somebody has the login, or the password is none.
    """
    account = Account(
        account_id=AccountId(uuid4().hex[:12]),
        login=folded(login),
        name=name or login,
        grants=(Grant(role=AccountRole.ADMIN),),
    )
    if not account.login:
        raise Mistake("account_login_empty")
    kept = passwords.checked(password, login) if password else ""
    if await store.account_by_login(account.login) is not None:
        raise Mistake("account_login_taken")
    if kept:
        await store.amend_credentials(account.account_id, password=await passwords.hashed(kept))
    await store.put_account(account)
    return account


async def disable(store: AccessStore, account: Account) -> Account:
    """Nobody enters with it any more, and its sessions end. Raises Mistake for the last admin."""
    await _another_admin(store, account)
    changed = await _put(store, account, disabled=True)
    await store.end_web_sessions_of(account.account_id)
    return changed


async def enable(store: AccessStore, account: Account) -> Account:
    """Its person may sign in again."""
    return await _put(store, account, disabled=False)


async def add_grant(store: AccessStore, account: Account, grant: Grant) -> Account:
    """One more role; whoever is signed in signs in anew. Raises Mistake where it is there."""
    if grant in account.grants:
        raise Mistake("grant_there_already")
    return await _with_grants(store, account, (*account.grants, grant))


async def remove_grant(store: AccessStore, account: Account, grant: Grant) -> Account:
    """One role fewer. Raises Mistake for that of the last administrator."""
    if grant.role is AccountRole.ADMIN:
        await _another_admin(store, account)
    return await _with_grants(store, account, tuple(g for g in account.grants if g != grant))


async def forget_codes(store: AccessStore, account: Account) -> None:
    """No one-time codes any more: for whoever has lost authenticator and recovery codes."""
    await store.amend_credentials(account.account_id, totp="", recovery=())
    await store.end_web_sessions_of(account.account_id)


async def _with_grants(store: AccessStore, account: Account, grants: tuple[Grant, ...]) -> Account:
    changed = await _put(store, account, grants=grants)
    # A session that was begun with other rights is not carried over.
    await store.end_web_sessions_of(account.account_id)
    return changed


async def _put(store: AccessStore, account: Account, **changes: object) -> Account:
    changed = account.model_copy(update=changes)
    await store.put_account(changed)
    return changed


async def _another_admin(store: AccessStore, account: Account) -> None:
    """Somebody has to be able to let people in."""
    if not account.granted(AccountRole.ADMIN) or account.disabled:
        return
    others = (a for a in await store.accounts() if a.account_id != account.account_id)
    if not any(a.granted(AccountRole.ADMIN) and not a.disabled for a in others):
        raise Mistake("account_last_admin")
