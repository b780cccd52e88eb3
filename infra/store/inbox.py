"""Which records of a batch were taken before, and what the rest came to."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.record_rows import correlation_of
from infra.store.tables import INBOX, upsert
from models.event_log import Record

Outcome = Literal["applied", "repeated", "dead", "waiting"]
#: new; taken before; refused before and tried once more; other content under a known id.
Seen = Literal["new", "again", "replayed", "other"]


class Inbox:
    """The part of the inbox that a batch asks about; `note` adds to it, `save` keeps that."""

    def __init__(self, known: dict[UUID, dict[str, Any]], now: datetime) -> None:
        self._known = known
        self._time = now.timestamp()
        self._noted: dict[UUID, dict[str, Any]] = {}

    @classmethod
    async def load(cls, connection: AsyncConnection, ids: Iterable[UUID], now: datetime) -> "Inbox":
        """What is known about these events."""
        found = await connection.execute(select(INBOX).where(INBOX.c.event_id.in_(set(ids))))
        return cls({row.event_id: dict(row._mapping) for row in found}, now)

    def seen(self, event_id: UUID, record: Record) -> Seen:
        """What this record is to us.

        A dead one counts only at its own place in the log: at another place it is a replay, and
        what was refused then may fit now. Any other comes again with the content it had.
        """
        known = self._noted.get(event_id) or self._known.get(event_id)
        if known is None:
            return "new"
        if known["outcome"] == "dead":
            place = (known["topic"], known["partition"], known["offset"])
            here = (record.topic, record.partition, record.offset)
            return "again" if place == here else "replayed"
        # Those that were taken before digests were kept have none.
        return "again" if known["digest"] in (None, _digest(record)) else "other"

    def note(self, event_id: UUID, record: Record, outcome: Outcome) -> None:
        """This record came to that."""
        self._noted[event_id] = {
            "event_id": event_id,
            "topic": record.topic,
            "partition": record.partition,
            "offset": record.offset,
            "correlation_id": correlation_of(record),
            "outcome": outcome,
            "digest": _digest(record),
            "time": self._time,
        }

    async def save(self, connection: AsyncConnection) -> None:
        """Keep what was noted."""
        await upsert(connection, INBOX, list(self._noted.values()))


def _digest(record: Record) -> str:
    return sha256(record.value).hexdigest()
