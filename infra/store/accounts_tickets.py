"""Tickets: invitations, resets and sign-ins under way; each is used once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.accounts_credentials import credential_row
from infra.store.base import StorePart
from infra.store.tables import ACCOUNTS, CREDENTIALS, TICKETS, add_missing, upsert
from models.accounts import Account
from models.credentials import Credentials, Ticket, TicketKind

#: Tickets that have expired so many seconds ago are forgotten.
_KEPT = 30 * 86400.0


class TicketsPart(StorePart):
    """Keeps what a secret opens; of the secret itself the digest alone."""

    async def put_ticket(self, ticket: Ticket) -> None:
        """Keep one, and forget those that ended long ago. Raises TryAgain."""
        old = TICKETS.c.expires < ticket.made.timestamp() - _KEPT
        async with self._database.writing() as connection:
            await connection.execute(delete(TICKETS).where(old))
            await upsert(connection, TICKETS, [_row(ticket)])

    async def ticket(self, digest: str) -> Ticket | None:
        """What a secret opens, used or not."""
        query = select(TICKETS.c.content, TICKETS.c.used).where(TICKETS.c.digest == digest)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else _ticket(row)

    async def tickets(self, kind: TicketKind, now: datetime) -> Sequence[Ticket]:
        """Those that still open, the newest last."""
        open_ = (TICKETS.c.kind == kind) & TICKETS.c.used.is_(None)
        query = select(TICKETS.c.content, TICKETS.c.used).where(
            open_, TICKETS.c.expires > now.timestamp()
        )
        async with self._database.reading() as connection:
            rows = await connection.execute(query.order_by(TICKETS.c.expires))
            return [_ticket(row) for row in rows]

    async def take_ticket(self, digest: str, kind: TicketKind, now: datetime) -> Ticket | None:
        """Use one; None where it is not of this kind, used or over. Raises TryAgain.

        Of two that bring the same secret at once, one gets it.
        """
        async with self._database.writing() as connection:
            return await _take(connection, digest, kind, now)

    async def revoke_ticket(self, ticket_id: str, now: datetime) -> bool:
        """It opens nothing any more; False where it did not before. Raises TryAgain."""
        ours = (TICKETS.c.ticket_id == ticket_id) & TICKETS.c.used.is_(None)
        statement = update(TICKETS).where(ours).values(used=now.timestamp())
        async with self._database.writing() as connection:
            found = await connection.execute(statement.returning(TICKETS.c.ticket_id))
            return len(found.all()) > 0

    async def redeem(
        self, digest: str, account: Account, credentials: Credentials, now: datetime
    ) -> bool:
        """Make the account of an invitation, and use it up: both or neither. Raises TryAgain.

        False where the invitation is used or over, or somebody has the login already.
        """
        row = {
            "account_id": account.account_id,
            "login": account.login,
            "content": account.model_dump_json(),
        }
        async with self._database.writing() as connection:
            # First, as another may take the login at the same moment: one of the two waits here.
            if not await add_missing(connection, ACCOUNTS, [row]):
                return False
            if await _take(connection, digest, TicketKind.INVITATION, now) is None:
                ours = ACCOUNTS.c.account_id == account.account_id
                await connection.execute(delete(ACCOUNTS).where(ours))
                return False
            await connection.execute(insert(CREDENTIALS), [credential_row(credentials)])
            return True


async def _take(
    connection: AsyncConnection, digest: str, kind: TicketKind, now: datetime
) -> Ticket | None:
    seconds = now.timestamp()
    ours = (TICKETS.c.digest == digest) & (TICKETS.c.kind == kind)
    still = TICKETS.c.used.is_(None) & (TICKETS.c.expires > seconds)
    statement = update(TICKETS).where(ours, still).values(used=seconds)
    found = await connection.execute(statement.returning(TICKETS.c.content, TICKETS.c.used))
    row = found.one_or_none()
    return None if row is None else _ticket(row)


def _row(ticket: Ticket) -> dict[str, Any]:
    return {
        "ticket_id": ticket.ticket_id,
        "digest": ticket.digest,
        "kind": ticket.kind.value,
        "content": ticket.model_dump_json(exclude={"used"}),
        "expires": ticket.expires.timestamp(),
        "used": None,
    }


def _ticket(row: Any) -> Ticket:
    ticket = Ticket.read_kept(row.content)
    used = None if row.used is None else datetime.fromtimestamp(row.used, ticket.made.tzinfo)
    return ticket.model_copy(update={"used": used})
