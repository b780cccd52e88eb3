"""Dead letters: kept once, with the bytes they came with, and given back for a replay."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.base import StorePart
from infra.store.reason_columns import bounded, written
from infra.store.record_rows import (
    BEGINNING,
    DL_HEADERS,
    DL_SIZE,
    correlation_of,
    dead_letter_id,
    to_row,
)
from infra.store.tables import DEAD_LETTERS, add_missing
from infra.store.unstorable import unstorable
from models.event_log import NewRecord, Record
from models.facts import dead as dead_topic
from models.ingest import Dead
from models.phrase import Phrase

_POOL = re.compile(r"[0-9]{2}")


class DeadLettersPart(StorePart):
    """Keeps what could not be taken."""

    async def keep_dead_letter(self, record: Record) -> bool:
        """Keep a record of a `.dead` topic; False where it was kept before."""
        with unstorable():
            async with self._database.writing() as connection:
                return (
                    await add_missing(
                        connection,
                        DEAD_LETTERS,
                        [{**_row(record), "kept": self._now().timestamp()}],
                    )
                    > 0
                )

    async def mark_replayed(self, letter: UUID) -> bool:
        """It was appended again, once more; False where there is no such dead letter."""
        async with self._database.writing() as connection:
            marked = await connection.execute(
                update(DEAD_LETTERS)
                .where(DEAD_LETTERS.c.id == letter)
                .values(status="replayed", replays=DEAD_LETTERS.c.replays + 1)
            )
            return marked.rowcount > 0


async def keep_letters(connection: AsyncConnection, lost: Sequence[Dead], now: datetime) -> None:
    """Keep records with all their bytes, in the transaction in which they died."""
    for each in lost:
        row = _columns(each.record, each.record, *written(each.why))
        await add_missing(connection, DEAD_LETTERS, [{**row, "kept": now.timestamp()}])


def _row(record: Record) -> dict[str, Any]:
    """A record of a `.dead` topic: ours with its reason, or whatever somebody else put there."""
    try:
        place, reason, detail = _why(record)
    except ValueError:
        # Somebody else wrote to a `.dead` topic. It is not ours to lose.
        topic = record.topic.removesuffix(dead_topic(""))
        place = replace(record, topic=topic)
        return _columns(place, record, *written(Phrase.of("dead_without_a_reason")))
    headers, missing = record.headers[: -len(DL_HEADERS)], 0
    if headers and headers[-1][0] == DL_SIZE and len(record.value) <= BEGINNING:
        whole = headers[-1][1].decode("ascii", "replace")
        missing = _number(whole, 2**31) - len(record.value) if whole.isdecimal() else 0
    return _columns(place, replace(record, headers=headers), reason, detail, max(0, missing))


def _columns(
    place: Record, original: Record, reason: str, detail: str, missing: int = 0
) -> dict[str, Any]:
    about = NewRecord(
        topic=place.topic, key=original.key, value=original.value, headers=original.headers
    )
    return {
        **to_row(about),
        "id": dead_letter_id(place),
        "partition": place.partition,
        "offset": place.offset,
        "pool_id": original.key if _POOL.fullmatch(original.key) else None,
        **dict(zip(("reason", "detail"), bounded(reason, detail), strict=True)),
        "correlation_id": correlation_of(original),
        "status": "new",
        "replays": 0,
        "missing": missing,
    }


def _why(record: Record) -> tuple[Record, str, str]:
    """Where the record stood first, and why it is dead. Raises ValueError where it is not ours."""
    said = record.headers[-len(DL_HEADERS) :]
    if tuple(name for name, _ in said) != DL_HEADERS:
        raise ValueError("the last headers are others")
    letter, topic, partition, offset, reason, detail = (
        value.decode("utf-8", "replace") for _, value in said
    )
    if dead_topic(topic) != record.topic:
        raise ValueError("the place is of another topic")
    place = replace(
        record,
        topic=topic,
        partition=_number(partition, 2**31),
        offset=_number(offset, 2**63),
    )
    if UUID(letter) != dead_letter_id(place):
        raise ValueError("the id is not that of the place")
    return place, reason, detail


def _number(text: str, below: int) -> int:
    """A number as we write it, that its column holds. Raises ValueError for any other."""
    if len(text) > 20 or str(int(text)) != text or not 0 <= int(text) < below:
        raise ValueError("no place of a log has this number")
    return int(text)
