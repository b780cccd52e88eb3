"""People get in for the first time, and back in: invitations, and links to a new password."""

from datetime import datetime
from uuid import uuid4

from application.access import passwords, tickets
from application.access.browser_sessions import digest
from application.access.rights import INVITED_BY_COORDINATORS
from application.access.tries import open_again
from application.ports import AccessStore
from models.accounts import Account, AccountId, AccountRole, Grant
from models.credentials import Credentials, Ticket, TicketKind
from models.errors import Mistake
from models.text import clean
from models.text_folding import folded

#: The longest name and login.
LONGEST = 120


class LinkOver(Mistake):
    """The link was used, revoked, or has lain too long: ask for a new one."""


async def invite(
    store: AccessStore, grants: tuple[Grant, ...], *, made_by: str, now: datetime
) -> str:
    """The secret of an invitation's link; whoever brings it gets an account with these grants."""
    return await tickets.put(
        store,
        TicketKind.INVITATION,
        now=now,
        lasts=tickets.INVITED,
        grants=grants,
        made_by=made_by,
    )


def may_invite(inviter: Grant, wanted: Grant) -> bool:
    """An administrator: anybody. A coordinator: those of the pool who are not their like."""
    if inviter.role is AccountRole.ADMIN:
        return True
    of_pool = inviter.role is AccountRole.COORDINATOR and wanted.pool_id == inviter.pool_id
    return of_pool and wanted.role in INVITED_BY_COORDINATORS


async def invitation(store: AccessStore, secret: str, now: datetime) -> Ticket:
    """What an invitation's link gives. Raises LinkOver."""
    found = await tickets.opened(store, secret, TicketKind.INVITATION, now)
    if found is None:
        raise LinkOver("link_over")
    return found


async def set_up(
    store: AccessStore, secret: str, *, name: str, login: str, password: str, now: datetime
) -> Account:
    """The account of whoever was invited. Raises LinkOver, Mistake for what has to be mended."""
    ticket = await invitation(store, secret, now)
    name, login = clean(name).strip(), folded(login)
    if not 0 < len(name) <= LONGEST:
        raise Mistake("account_name_wrong", most=LONGEST, field="name")
    if not 0 < len(login) <= LONGEST:
        raise Mistake("account_login_wrong", most=LONGEST, field="login")
    account = Account(
        account_id=AccountId(uuid4().hex[:12]), login=login, name=name, grants=ticket.grants
    )
    kept = await passwords.hashed(passwords.checked(password, login))
    proof = Credentials(account_id=account.account_id, password=kept)
    if not await store.redeem(ticket.digest, account, proof, now):
        await invitation(store, secret, now)  # over meanwhile?
        raise Mistake("account_login_taken", field="login")
    return account


async def reset_link(
    store: AccessStore, account_id: AccountId, *, made_by: str, now: datetime
) -> str:
    """The secret of a link by which somebody sets a new password."""
    return await tickets.put(
        store,
        TicketKind.RESET,
        now=now,
        lasts=tickets.RESET,
        account_id=account_id,
        made_by=made_by,
    )


async def whose_reset(store: AccessStore, secret: str, now: datetime) -> Account:
    """Whose password a link sets. Raises LinkOver."""
    found = await tickets.opened(store, secret, TicketKind.RESET, now)
    account = await store.account(found.account_id) if found and found.account_id else None
    if account is None or account.disabled:
        raise LinkOver("link_over")
    return account


async def reset(store: AccessStore, secret: str, password: str, now: datetime) -> Account:
    """The new password; every browser has to sign in again, and every key ends.

    Whoever needs a link may have lost the password to somebody, who has made keys with it.
    Raises LinkOver, Mistake.
    """
    account = await whose_reset(store, secret, now)
    plain = passwords.checked(password, account.login)
    if await store.take_ticket(digest(secret), TicketKind.RESET, now) is None:
        raise LinkOver("link_over")
    await set_password(store, account, plain, now, keys=True)
    await open_again(store, account)
    return account


async def set_password(
    store: AccessStore, account: Account, password: str, now: datetime, *, keys: bool = False
) -> None:
    """A new password; every session ends, and every link to another. Raises Mistake.

    `keys`: tokens of programs and the calendar's address end too; else they go on, as programs
    know nothing of the password.
    """
    kept = await passwords.hashed(passwords.checked(password, account.login))
    await store.amend_credentials(account.account_id, password=kept)
    await store.end_web_sessions_of(account.account_id)
    if keys:
        await store.end_keys(account.account_id)
    await tickets.end_of(store, account.account_id, now)
