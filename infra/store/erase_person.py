"""Forgetting a person for good: the row, the dead letters, the log in the same file, the bytes."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.base import StorePart
from infra.store.erase_in_log import empty_records, forget_outbox, forget_unread
from infra.store.name_search import names_of, speaks_of
from infra.store.reason_columns import dropped_text
from infra.store.record_rows import from_row
from infra.store.tables import DEAD_LETTERS, ERASURES, PEOPLE, SHEET_IMPORTS, upsert
from models.entities import Person
from models.errors import TryAgain
from models.event_log import NewRecord
from models.ids import PoolId, TalentId
from models.ingest import Erased
from models.phrase import Phrase
from models.text import KEPT


class ErasePersonPart(StorePart):
    """Forgets."""

    async def erase(self, pool_id: PoolId, talent_id: TalentId) -> Erased:
        """Forget who a talent is, and every dead letter that says so; the bytes leave the files.

        Kept is that it was done, so that a backup from before does not bring the person back.
        Raises TryAgain; then do it again.
        """
        async with self._database.writing() as connection:
            if self._database.is_sqlite:
                await connection.execute(text("PRAGMA secure_delete = ON"))
            known = (
                await connection.execute(
                    select(PEOPLE).where(
                        PEOPLE.c.pool_id == pool_id, PEOPLE.c.talent_id == talent_id
                    )
                )
            ).one_or_none()
            person = Person.model_validate(dict(known._mapping), context=KEPT) if known else None
            names = names_of(person)
            holds = partial(speaks_of, names=names, pool_id=pool_id, talent_id=talent_id)
            held = await _that_hold(connection, holds)
            said = dropped_text(Phrase.of("person_was_erased", at=self._now().isoformat()))
            for letter in held:
                await self._drop(connection, letter, said)
            await forget_outbox(connection, holds)
            unread = await forget_unread(connection, holds)
            await connection.execute(
                delete(PEOPLE).where(PEOPLE.c.pool_id == pool_id, PEOPLE.c.talent_id == talent_id)
            )
            # A file that was handed in may name them: it expires soon anyway.
            await connection.execute(
                delete(SHEET_IMPORTS).where(SHEET_IMPORTS.c.pool_id == pool_id)
            )
            done = {"pool_id": pool_id, "talent_id": talent_id, "time": self._now().isoformat()}
            await upsert(connection, ERASURES, [done])
        await self.forget_bytes()
        return Erased(known=known is not None, letters=len(held) + unread)

    async def erasures(self) -> list[tuple[PoolId, TalentId]]:
        """Who was erased."""
        async with self._database.reading() as connection:
            found = await connection.execute(select(ERASURES))
            return [(PoolId(row.pool_id), TalentId(row.talent_id)) for row in found]

    async def drop_dead_letter(self, letter: UUID, reason: str, by: str) -> bool:
        """Its bytes go; where it stood, why it died, and who dropped it when and why, stay.

        False where there is no such letter, or its bytes are gone already.
        """
        async with self._database.writing() as connection:
            if self._database.is_sqlite:
                await connection.execute(text("PRAGMA secure_delete = ON"))
            now = self._now().isoformat()
            said = dropped_text(Phrase.of("dropped_by", at=now, by=by, reason=reason))
            row = (
                await connection.execute(select(DEAD_LETTERS).where(DEAD_LETTERS.c.id == letter))
            ).one_or_none()
            if row is None or row.dropped:
                return False
            await self._drop(connection, row, said)
        await self.forget_bytes()
        return True

    async def _drop(self, connection: AsyncConnection, letter: Any, said: str) -> None:
        await connection.execute(
            update(DEAD_LETTERS)
            .where(DEAD_LETTERS.c.id == letter.id)
            .values(status="dropped", dropped=said, key=b"", headers="[]", value=b"")
        )
        if self._database.is_sqlite:
            await empty_records(connection, letter)

    async def forget_bytes(self) -> None:
        """What was deleted leaves the files: free pages, and the write-ahead log of SQLite."""
        if not self._database.is_sqlite:
            await self._database.rewrite((PEOPLE.name, DEAD_LETTERS.name, SHEET_IMPORTS.name))
            return
        async with self._database.between_transactions() as connection:
            await connection.execute(text("VACUUM"))
            found = await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            if found.one()[0]:
                raise TryAgain("file_is_read")


async def _that_hold(connection: AsyncConnection, holds: Callable[[NewRecord], bool]) -> list[Any]:
    found = await connection.execute(select(DEAD_LETTERS).where(DEAD_LETTERS.c.status != "dropped"))
    return [row for row in found if holds(from_row(row))]
