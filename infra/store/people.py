"""Who the talents are: the only place where names stand, and one that can forget."""

from typing import Any

from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.base import StorePart
from infra.store.tables import PEOPLE, upsert
from infra.store.unstorable import unstorable
from models.entities import Person
from models.ids import PoolId, TalentId
from models.text import KEPT


class PeoplePart(StorePart):
    """Keeps and erases personal data."""

    async def put_person(self, person: Person) -> None:
        """Keep who a talent is, in place of what was kept before."""
        with unstorable():
            async with self._database.writing() as connection:
                await self._forget_bytes(connection)
                await upsert(connection, PEOPLE, [person.model_dump()])

    async def erase_person(self, pool_id: PoolId, talent_id: TalentId) -> bool:
        """Forget who a talent is, for good; False where nothing was known.

        On SQLite the bytes leave the file at once. On PostgreSQL they leave it with the next
        (automatic) vacuum.
        """
        async with self._database.writing() as connection:
            await self._forget_bytes(connection)
            erased = await connection.execute(
                delete(PEOPLE).where(PEOPLE.c.pool_id == pool_id, PEOPLE.c.talent_id == talent_id)
            )
        if self._database.is_sqlite:
            async with self._database.between_transactions() as connection:
                # The write-ahead log still holds the old page until it begins anew.
                await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        return erased.rowcount > 0

    async def person(self, pool_id: PoolId, talent_id: TalentId) -> Person | None:
        """Who a talent is; None where nobody said, or it was erased."""
        query = select(PEOPLE).where(PEOPLE.c.pool_id == pool_id, PEOPLE.c.talent_id == talent_id)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else _person(row)

    async def people(self, pool_id: PoolId) -> tuple[Person, ...]:
        """Everybody known in a pool, by talent id."""
        query = select(PEOPLE).where(PEOPLE.c.pool_id == pool_id).order_by(PEOPLE.c.talent_id)
        async with self._database.reading() as connection:
            return tuple(_person(row) for row in await connection.execute(query))

    async def _forget_bytes(self, connection: AsyncConnection) -> None:
        # SQLite leaves what was deleted in the file until the space is used again.
        if self._database.is_sqlite:
            await connection.execute(text("PRAGMA secure_delete = ON"))


def _person(row: Any) -> Person:
    return Person.model_validate(dict(row._mapping), context=KEPT)
