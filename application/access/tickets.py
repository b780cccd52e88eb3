"""Tickets: a secret is drawn, told once, and kept as its digest."""

import secrets
from datetime import datetime, timedelta
from uuid import uuid4

from application.access.browser_sessions import digest
from application.ports import Credentials
from models.accounts import AccountId, Grant
from models.credentials import Ticket, TicketKind

#: How long an invitation, and a link to a new password, may lie.
INVITED, RESET = timedelta(days=7), timedelta(days=1)


async def put(
    store: Credentials,
    kind: TicketKind,
    *,
    now: datetime,
    lasts: timedelta,
    account_id: AccountId | None = None,
    grants: tuple[Grant, ...] = (),
    made_by: str = "",
    values: dict[str, str] | None = None,
) -> str:
    """A new ticket; its secret, which nobody can ask for again."""
    secret = secrets.token_urlsafe(32)
    await store.put_ticket(
        Ticket(
            ticket_id=uuid4().hex,
            digest=digest(secret),
            kind=kind,
            account_id=account_id,
            grants=grants,
            values=values or {},
            made_by=made_by,
            made=now,
            expires=now + lasts,
        )
    )
    return secret


async def opened(store: Credentials, secret: str, kind: TicketKind, now: datetime) -> Ticket | None:
    """What the secret opens, without using it up; None where it opens nothing of this kind."""
    found = await store.ticket(digest(secret))
    return found if found and found.kind is kind and found.open_at(now) else None


async def end_made_by(
    store: Credentials, account_id: AccountId, now: datetime, *, by: Grant | None = None
) -> None:
    """Links that somebody made let nobody in any more; of one role, where one is named."""
    for kind in (TicketKind.INVITATION, TicketKind.RESET):
        for ticket in await store.tickets(kind, now):
            role, _, maker = ticket.made_by.rpartition(":")
            in_pool = by and (not by.pool_id or by.pool_id in {g.pool_id for g in ticket.grants})
            if maker == account_id and (by is None or (role == by.role and in_pool)):
                await store.revoke_ticket(ticket.ticket_id, now)


async def end_of(store: Credentials, account_id: AccountId, now: datetime) -> None:
    """What the old password, or a link to a new one, has opened halfway opens no more."""
    for kind in (TicketKind.CODE, TicketKind.RESET):
        for ticket in await store.tickets(kind, now):
            if ticket.account_id == account_id:
                await store.revoke_ticket(ticket.ticket_id, now)
