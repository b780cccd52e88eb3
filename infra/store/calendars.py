"""Addresses at which calendar programs read a talent's year."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, select

from infra.store.base import StorePart
from infra.store.tables import CALENDARS, upsert
from models.accounts import AccountId
from models.calendars import CalendarAddress
from models.text import KEPT


class CalendarsPart(StorePart):
    """Keeps one address an account."""

    async def put_calendar(self, address: CalendarAddress) -> None:
        """Keep an address; the one before is worth nothing from now on. Raises TryAgain."""
        row = address.model_dump() | {"made": address.made.timestamp()}
        async with self._database.writing() as connection:
            await upsert(connection, CALENDARS, [row])

    async def calendar(self, digest: str) -> CalendarAddress | None:
        """The address of this secret's digest; None where there is none."""
        return await self._one(CALENDARS.c.digest == digest)

    async def calendar_of(self, account_id: AccountId) -> CalendarAddress | None:
        """The address of an account; None where it has none."""
        return await self._one(CALENDARS.c.account_id == account_id)

    async def drop_calendar(self, account_id: AccountId) -> None:
        """The account's address is worth nothing from now on. Raises TryAgain."""
        async with self._database.writing() as connection:
            await connection.execute(delete(CALENDARS).where(CALENDARS.c.account_id == account_id))

    async def _one(self, condition: Any) -> CalendarAddress | None:
        async with self._database.reading() as connection:
            row = (await connection.execute(select(CALENDARS).where(condition))).one_or_none()
        if row is None:
            return None
        kept = dict(row._mapping)
        made = datetime.fromtimestamp(kept["made"], UTC)
        return CalendarAddress.model_validate(kept | {"made": made}, context=KEPT)
