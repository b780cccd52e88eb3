"""The address of a talent's calendar: secret, shown once, revoked at any time."""

import secrets
from datetime import datetime
from typing import Protocol

from application.access.browser_sessions import digest
from application.access.rights import Right, granted
from application.ports import Accounts
from models.accounts import Account, AccountId, Grant
from models.calendars import CalendarAddress
from models.ids import PoolId


class Calendars(Protocol):
    """Where addresses are kept, one an account."""

    async def put_calendar(self, address: CalendarAddress) -> None: ...

    async def calendar(self, digest: str) -> CalendarAddress | None: ...

    async def calendar_of(self, account_id: AccountId) -> CalendarAddress | None: ...

    async def drop_calendar(self, account_id: AccountId) -> None: ...


async def make_address(
    calendars: Calendars, account: Account, pool_id: PoolId, now: datetime
) -> str:
    """A new address in place of the one before; its secret, told now and never again."""
    secret = secrets.token_urlsafe(32)
    await calendars.put_calendar(
        CalendarAddress(
            account_id=account.account_id, pool_id=pool_id, digest=digest(secret), made=now
        )
    )
    return secret


async def whose(
    calendars: Calendars, accounts: Accounts, secret: str
) -> tuple[Account, Grant] | None:
    """The talent whose calendar this is; None where it was revoked, or they may not enter."""
    address = await calendars.calendar(digest(secret))
    account = await accounts.account(address.account_id) if address else None
    if address is None or account is None:
        return None
    grant = granted(account, Right.SEE_OWN_WORK, PoolId(address.pool_id))
    return None if grant is None else (account, grant)
