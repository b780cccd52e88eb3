"""Dead letters: kept once, with the bytes they came with, and given back for a replay."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from infra.store.base import StorePart
from infra.store.records import DL_HEADERS, correlation_of, dead_letter_id, from_row, to_row
from infra.store.tables import DEAD_LETTERS, add_missing
from models.facts import dead as dead_topic
from models.ids import PoolId
from models.ingest import DeadLetter, DeadLetterSummary
from models.log import NewRecord, Record

_POOL = re.compile(r"[0-9]{2}")
_SHOWN = [
    column for column in DEAD_LETTERS.columns if column.name not in {"key", "headers", "value"}
]


class DeadLettersPart(StorePart):
    """Keeps what could not be taken."""

    async def keep_dead_letter(self, record: Record) -> bool:
        """Keep a record of a `.dead` topic; False where it was kept before."""
        async with self._database.writing() as connection:
            return await add_missing(connection, DEAD_LETTERS, [_row(record)]) > 0

    async def dead_letters(
        self, status: str | None = None, pool: PoolId | None = None
    ) -> Sequence[DeadLetterSummary]:
        """What died where and why, without the bytes; `status` is new or replayed."""
        query = select(*_SHOWN).order_by(
            DEAD_LETTERS.c.topic, DEAD_LETTERS.c.partition, DEAD_LETTERS.c.offset
        )
        if status is not None:
            query = query.where(DEAD_LETTERS.c.status == status)
        if pool is not None:
            query = query.where(DEAD_LETTERS.c.pool_id == pool)
        async with self._database.reading() as connection:
            return [_summary(row) for row in await connection.execute(query)]

    async def dead_letter(self, letter: UUID) -> DeadLetter | None:
        """One dead letter with the record as it was first appended; None where there is none."""
        query = select(DEAD_LETTERS).where(DEAD_LETTERS.c.id == letter)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None
        return DeadLetter(summary=_summary(row), original=from_row(row))

    async def mark_replayed(self, letter: UUID) -> bool:
        """It was appended again, once more; False where there is no such dead letter."""
        async with self._database.writing() as connection:
            marked = await connection.execute(
                update(DEAD_LETTERS)
                .where(DEAD_LETTERS.c.id == letter)
                .values(status="replayed", replays=DEAD_LETTERS.c.replays + 1)
            )
            return marked.rowcount > 0


def _row(record: Record) -> dict[str, Any]:
    count = len(DL_HEADERS)
    try:
        place, reason, detail = _why(record)
        headers = record.headers[:-count]
    except ValueError:
        # Somebody else wrote to a `.dead` topic. It is not ours to lose.
        topic = record.topic.removesuffix(dead_topic(""))
        place = replace(record, topic=topic)
        reason, detail = "Unreadable", "its headers do not say why it is dead"
        headers = record.headers
    original = NewRecord(topic=place.topic, key=record.key, value=record.value, headers=headers)
    return {
        **to_row(original),
        "id": dead_letter_id(place),
        "partition": place.partition,
        "offset": place.offset,
        "pool_id": record.key if _POOL.fullmatch(record.key) else None,
        "reason": reason,
        # A text column refuses NUL, and a detail may quote a name that a stranger chose.
        "detail": detail.replace("\0", "\N{REPLACEMENT CHARACTER}"),
        "correlation_id": correlation_of(record),
        "status": "new",
        "replays": 0,
    }


def _why(record: Record) -> tuple[Record, str, str]:
    """Where the record stood first, and why it is dead. Raises ValueError where it is not ours."""
    said = record.headers[-len(DL_HEADERS) :]
    if tuple(name for name, _ in said) != DL_HEADERS:
        raise ValueError("the last headers are others")
    letter, topic, partition, offset, reason, detail = (
        value.decode("utf-8", "replace") for _, value in said
    )
    place = replace(record, topic=topic, partition=int(partition), offset=int(offset))
    if UUID(letter) != dead_letter_id(place):
        raise ValueError("the id is not that of the place")
    return place, reason, detail


def _summary(row: Any) -> DeadLetterSummary:
    return DeadLetterSummary(**{column.name: row._mapping[column] for column in _SHOWN})
