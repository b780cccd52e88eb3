"""Signing in by login and password, then by a one-time code where the account has them.

Unknown logins, wrong passwords and disabled accounts are answered alike, and take as long.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from application.access import one_time_codes, passwords, tickets, tries
from application.ports import AccessStore
from models.accounts import Account, AccountId
from models.credentials import Credentials, TicketKind
from models.errors import Mistake
from models.text_folding import folded

#: How long the one-time code may take.
CODE_MINUTES = timedelta(minutes=10)


class WrongSignIn(Mistake):
    """Login, password or code are wrong: which, is not said."""


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
    await tries.of_login(store, login, address, now)
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
    await tries.was_right(store, address)
    if not proof.totp:
        await tries.begin_anew(store, account, address)
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
    await tries.of_code(store, account.account_id, address, now)
    proof = await store.credentials(account.account_id)
    if not await one_time_codes.used(store, proof, code, now):
        raise WrongSignIn("sign_in_code_wrong")
    if await store.take_ticket(ticket.digest, TicketKind.CODE, now) is None:
        raise Mistake("sign_in_begin_anew")
    await tries.was_right(store, address)
    await tries.begin_anew(store, account, address)
    return account


async def confirm(
    store: AccessStore, account: Account, password: str, *, address: str, now: datetime
) -> None:
    """Whoever is signed in types the password once more. Raises WrongSignIn, LockedOut."""
    await tries.of_confirming(store, account.account_id, address, now)
    proof = await store.credentials(account.account_id)
    if not await passwords.fits(proof.password, password):
        raise WrongSignIn("password_wrong")
    await tries.was_right(store, address)
    await tries.confirmed(store, account.account_id)
