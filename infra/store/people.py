"""Who the talents are: the only place where names stand, kept until they are erased."""

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.base import StorePart
from infra.store.tables import ERASURES, PEOPLE, upsert
from infra.store.unstorable import unstorable
from models.entities import Person
from models.errors import Mistake


class PeoplePart(StorePart):
    """Keeps personal data."""

    async def put_person(self, person: Person) -> None:
        """Keep who a talent is, in place of what was kept before. Mistake for who was erased."""
        with unstorable():
            async with self._database.writing() as connection:
                await self._forget_bytes(connection)
                erased = select(ERASURES).where(
                    ERASURES.c.pool_id == person.pool_id, ERASURES.c.talent_id == person.talent_id
                )
                if (await connection.execute(erased)).first():
                    raise Mistake("person_erased", talent_id=person.talent_id)
                await upsert(connection, PEOPLE, [person.model_dump()])

    async def _forget_bytes(self, connection: AsyncConnection) -> None:
        # SQLite leaves what was deleted in the file until the space is used again.
        if self._database.is_sqlite:
            await connection.execute(text("PRAGMA secure_delete = ON"))
