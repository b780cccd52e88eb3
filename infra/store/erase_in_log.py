"""The embedded log and the outbox on the way of a record that holds a name: emptied as well.

Only records that nobody could read: what is read is what people stated, and a restore needs it.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.embedded.tables import unpacked
from infra.store.name_search import readable
from infra.store.record_rows import from_row
from infra.store.tables import OUTBOX
from models.event_log import NewRecord
from models.facts import dead

#: The record keeps its place, and its key where that is a pool.
_EMPTY = (
    "UPDATE log_records SET headers = '[]', value = x'', "
    "key = CASE WHEN key GLOB '[0-9][0-9]' THEN key ELSE '' END "
)


async def forget_outbox(connection: AsyncConnection, holds: Callable[[NewRecord], bool]) -> None:
    """What is still to be said of dead records; the store has their letters."""
    said = select(OUTBOX).where(OUTBOX.c.topic.like("%.dead"))
    rows = [row.seq for row in await connection.execute(said) if holds(from_row(row))]
    if rows:
        await connection.execute(delete(OUTBOX).where(OUTBOX.c.seq.in_(rows)))


async def forget_unread(connection: AsyncConnection, holds: Callable[[NewRecord], bool]) -> int:
    """Records of the log that no service has taken yet, or that only `.dead` topics have; how
    many of those that are no copies."""
    if not await _has_log(connection):
        return 0
    found = await connection.stream(
        text("SELECT rowid, topic, key, headers, value FROM log_records")
    )
    emptied = [(row.rowid, row.topic) async for row in found if _unread(row, holds)]
    for rowid, _ in emptied:
        await connection.execute(text(f"{_EMPTY} WHERE rowid = :row"), {"row": rowid})
    return sum(not topic.endswith(dead("")) for _, topic in emptied)


async def empty_records(connection: AsyncConnection, letter: Any) -> None:
    """The embedded log, where it is in the same file: the record, and its `.dead` one."""
    if not await _has_log(connection):
        return
    await connection.execute(
        text(
            f"{_EMPTY} WHERE (topic = :topic AND "
            'partition = :partition AND "offset" = :offset) OR (topic = :dead AND '
            "instr(headers, :id) > 0)"
        ),
        {
            "topic": letter.topic,
            "partition": letter.partition,
            "offset": letter.offset,
            "dead": dead(letter.topic),
            "id": str(letter.id),
        },
    )


async def _has_log(connection: AsyncConnection) -> bool:
    if connection.dialect.name != "sqlite":
        return False
    tables = await connection.execute(text("SELECT name FROM sqlite_master"))
    return "log_records" in tables.scalars().all()


def _unread(row: Any, holds: Callable[[NewRecord], bool]) -> bool:
    record = NewRecord(
        topic=row.topic, key=row.key, headers=unpacked(row.headers), value=bytes(row.value)
    )
    return holds(record) and not readable(record)
