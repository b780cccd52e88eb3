"""What the store wants to say, kept in the transaction that gave it something to say."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.base import StorePart
from infra.store.record_rows import from_row, to_row
from infra.store.tables import OUTBOX
from models.event_log import NewRecord
from models.text import clean, storable


async def say(connection: AsyncConnection, records: Sequence[NewRecord]) -> None:
    """Put records at the end of the outbox, in order."""
    if records:
        await connection.execute(insert(OUTBOX), [to_row(record) for record in records])


class OutboxPart(StorePart):
    """Gives the outbox to whoever relays it."""

    async def outbox(self, limit: int = 500) -> Sequence[tuple[int, NewRecord]]:
        """The oldest records that are not relayed yet, in order, with their numbers.

        Records of one pool are numbered in the order they were committed; of different pools, a
        lower number may appear later. So tell `relayed` exactly what was relayed. What was put
        aside is left out.
        """
        async with self._database.reading() as connection:
            found = await connection.execute(
                select(OUTBOX).where(OUTBOX.c.refused.is_(None)).order_by(OUTBOX.c.seq).limit(limit)
            )
            return [(row.seq, from_row(row)) for row in found]

    async def relayed(self, seqs: Sequence[int]) -> None:
        """These are on their topics: forget them. Twice is the same as once."""
        if not seqs:
            return
        async with self._database.writing() as connection:
            await connection.execute(delete(OUTBOX).where(OUTBOX.c.seq.in_(seqs)))

    async def put_aside(self, seq: int, why: str) -> None:
        """The log will never take this one as it is: let the others pass it."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(OUTBOX).where(OUTBOX.c.seq == seq).values(refused=clean(storable(why))[:200])
            )

    async def take_up(self) -> int:
        """What was put aside is to be sent once more, in its order; how many there are."""
        async with self._database.writing() as connection:
            again = await connection.execute(
                update(OUTBOX).where(OUTBOX.c.refused.is_not(None)).values(refused=None)
            )
        return again.rowcount

    async def aside(self) -> Sequence[tuple[str, str]]:
        """Topic and reason of what was put aside."""
        query = (
            select(OUTBOX.c.topic, OUTBOX.c.refused)
            .where(OUTBOX.c.refused.is_not(None))
            .order_by(OUTBOX.c.seq)
        )
        async with self._database.reading() as connection:
            return [(row.topic, row.refused) for row in await connection.execute(query)]
