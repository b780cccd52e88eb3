"""Signing in by login and password, then by a one-time code where the account has them.

Unknown logins, wrong passwords and disabled accounts are answered alike, and take as long. Tries
are counted before anything is checked: by login, and by the address that they come from.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from application.access import one_time_codes, passwords, tickets
from application.ports import AccessStore
from models.accounts import Account, AccountId
from models.credentials import Credentials, TicketKind
from models.errors import Mistake
from models.text_folding import folded

#: So many tries of one login, or from one address, and then none for a quarter of an hour.
OF_LOGIN, OF_ADDRESS, PAUSE = 5, 100, timedelta(minutes=15)
#: How long the one-time code may take.
CODE_MINUTES = timedelta(minutes=10)


class WrongSignIn(Mistake):
    """Login, password or code are wrong: which, is not said."""


class LockedOut(Mistake):
    """Too many tries: it opens again by itself at `until`."""

    def __init__(self, until: datetime, now: datetime) -> None:
        self.until = until
        minutes = max(1, -(-int((until - now).total_seconds()) // 60))
        super().__init__("sign_in_locked", minutes=minutes)


@dataclass(frozen=True, slots=True)
class Passed:
    """The first proof was right. `ticket`: the secret to bring with the code, if one is due."""

    account: Account
    ticket: str = ""


async def by_password(
    store: AccessStore, login: str, password: str, *, address: str, now: datetime
) -> Passed:
    """Who it is. Raises WrongSignIn, LockedOut."""
    login = folded(login)
    await _take_tries(store, login, address, now)
    account = await store.account_by_login(login)
    proof = await store.credentials(account.account_id if account else AccountId(""))
    right = await passwords.fits(proof.password, password)
    if not right or account is None or account.disabled:
        raise WrongSignIn("sign_in_wrong")
    if passwords.outdated(proof.password):
        await store.amend_credentials(account.account_id, password=await passwords.hashed(password))
    return await passed(store, account, proof, address=address, now=now)


async def passed(
    store: AccessStore, account: Account, proof: Credentials, *, address: str, now: datetime
) -> Passed:
    """The first proof was right: the sign-in is complete, or a code is still due."""
    await store.forgive_one(_of_address(address))
    if not proof.totp:
        await store.forgive(_of_login(account.login))
        return Passed(account)
    # The tries of the login stay counted until the code was right too.
    secret = await tickets.put(
        store, TicketKind.CODE, now=now, lasts=CODE_MINUTES, account_id=account.account_id
    )
    return Passed(account, secret)


async def by_code(
    store: AccessStore, secret: str, code: str, *, address: str, now: datetime
) -> Account:
    """Who it is, once the code is right. Raises WrongSignIn, LockedOut; Mistake: begin anew."""
    ticket = await tickets.opened(store, secret, TicketKind.CODE, now)
    account = await store.account(ticket.account_id) if ticket and ticket.account_id else None
    if ticket is None or account is None or account.disabled:
        raise Mistake("sign_in_begin_anew")
    await _take_tries(store, account.login, address, now)
    proof = await store.credentials(account.account_id)
    if not await one_time_codes.used(store, proof, code, now):
        raise WrongSignIn("sign_in_code_wrong")
    if await store.take_ticket(ticket.digest, TicketKind.CODE, now) is None:
        raise Mistake("sign_in_begin_anew")
    await store.forgive_one(_of_address(address))
    await store.forgive(_of_login(account.login))
    return account


async def confirm(
    store: AccessStore, account: Account, password: str, *, address: str, now: datetime
) -> None:
    """Whoever is signed in types the password once more. Raises WrongSignIn, LockedOut."""
    await _take_tries(store, account.login, address, now)
    proof = await store.credentials(account.account_id)
    if not await passwords.fits(proof.password, password):
        raise WrongSignIn("password_wrong")
    await store.forgive_one(_of_address(address))
    await store.forgive(_of_login(account.login))


async def open_again(store: AccessStore, account: Account) -> None:
    """An administrator lifts the pause of a login."""
    await store.forgive(_of_login(account.login))


async def _take_tries(store: AccessStore, login: str, address: str, now: datetime) -> None:
    # The address first: where it is locked, nobody else's login is locked from it.
    for key, limit in ((_of_address(address), OF_ADDRESS), (_of_login(login), OF_LOGIN)):
        until = await store.take_try(key, limit=limit, window=PAUSE, now=now)
        if until is not None:
            raise LockedOut(until, now)


def _of_login(login: str) -> str:
    return f"login:{login}"


def _of_address(address: str) -> str:
    return f"address:{address}"
