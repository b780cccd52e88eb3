"""What administrators do with accounts: grants, disabling, and the first of them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import uuid4

from application.access import passwords, tickets
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


async def disable(store: AccessStore, account: Account, now: datetime) -> Account:
    """Nobody enters with it any more, nor by a link that its person made; its sessions end.

    Its keys too, for good: whoever is let in again makes new ones.

    Raises Mistake for the last administrator.
    """
    changed = await _amended(
        store, account, lambda kept: _disabled(kept, True), looked_at=_another_admin(account)
    )
    await store.end_web_sessions_of(account.account_id)
    await store.end_keys(account.account_id)
    await tickets.end_of(store, account.account_id, now)
    await tickets.end_made_by(store, account.account_id, now)
    return changed


async def enable(store: AccessStore, account: Account) -> Account:
    """Its person may sign in again."""
    return await _amended(store, account, lambda kept: _disabled(kept, False))


async def add_grant(store: AccessStore, account: Account, grant: Grant) -> Account:
    """One more role; whoever is signed in signs in anew. Raises Mistake where it is there."""

    def more(kept: Account) -> Account:
        if grant in kept.grants:
            raise Mistake("grant_there_already")
        return kept.model_copy(update={"grants": (*kept.grants, grant)})

    return await _with_grants(store, account, more)


async def remove_grant(
    store: AccessStore, account: Account, grant: Grant, now: datetime
) -> Account:
    """One role fewer; links and keys that its person made by it open nothing any more.

    Raises Mistake for the role of the last administrator.
    """
    admin = grant.role is AccountRole.ADMIN

    def fewer(kept: Account) -> Account:
        return kept.model_copy(update={"grants": tuple(g for g in kept.grants if g != grant)})

    looked_at = _another_admin(account) if admin else None
    changed = await _with_grants(store, account, fewer, looked_at=looked_at)
    await store.end_keys(account.account_id, of=grant)
    await tickets.end_made_by(store, account.account_id, now, by=grant)
    return changed


async def forget_codes(store: AccessStore, account: Account) -> None:
    """No one-time codes any more: for whoever has lost authenticator and recovery codes."""
    await store.amend_credentials(account.account_id, totp="", recovery=())
    await store.end_web_sessions_of(account.account_id)


async def _with_grants(
    store: AccessStore,
    account: Account,
    change: Callable[[Account], Account],
    *,
    looked_at: Callable[[Sequence[Account]], None] | None = None,
) -> Account:
    changed = await _amended(store, account, change, looked_at=looked_at)
    # A session that was begun with other rights is not carried over.
    await store.end_web_sessions_of(account.account_id)
    return changed


async def _amended(
    store: AccessStore,
    account: Account,
    change: Callable[[Account], Account],
    *,
    looked_at: Callable[[Sequence[Account]], None] | None = None,
) -> Account:
    changed = await store.amend_account(account.account_id, change, looked_at=looked_at)
    if changed is None:
        raise Absent("account_unknown", who=account.account_id)
    return changed


def _disabled(account: Account, disabled: bool) -> Account:
    return account.model_copy(update={"disabled": disabled})


def _another_admin(account: Account) -> Callable[[Sequence[Account]], None]:
    """Somebody has to be able to let people in: looked at while nobody can change it.

    Of two administrators who disable each other at once, one is refused.
    """

    def looked_at(accounts: Sequence[Account]) -> None:
        able = {a.account_id for a in accounts if a.granted(AccountRole.ADMIN) and not a.disabled}
        if able == {account.account_id}:
            raise Mistake("account_last_admin")

    return looked_at
