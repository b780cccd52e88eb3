"""Which records of a batch were taken before, and what the rest came to."""

from collections.abc import Iterable
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.records import correlation_of
from infra.store.tables import INBOX, upsert
from models.log import Record

Outcome = Literal["applied", "repeated", "dead"]


class Inbox:
    """The part of the inbox that a batch asks about; `note` adds to it, `save` keeps that."""

    def __init__(self, known: dict[UUID, dict[str, Any]]) -> None:
        self._known = known
        self._noted: dict[UUID, dict[str, Any]] = {}

    @classmethod
    async def load(cls, connection: AsyncConnection, ids: Iterable[UUID]) -> "Inbox":
        """What is known about these events."""
        found = await connection.execute(select(INBOX).where(INBOX.c.event_id.in_(set(ids))))
        return cls({row.event_id: dict(row._mapping) for row in found})

    def took(self, event_id: UUID, record: Record) -> bool:
        """This record was taken before.

        A dead one counts only at its own place in the log: at another place it is a replay, and
        what was refused then may fit now.
        """
        known = self._noted.get(event_id) or self._known.get(event_id)
        if known is None:
            return False
        place = (known["topic"], known["partition"], known["offset"])
        return known["outcome"] != "dead" or place == (
            record.topic,
            record.partition,
            record.offset,
        )

    def note(self, event_id: UUID, record: Record, outcome: Outcome) -> None:
        """This record came to that."""
        self._noted[event_id] = {
            "event_id": event_id,
            "topic": record.topic,
            "partition": record.partition,
            "offset": record.offset,
            "correlation_id": correlation_of(record),
            "outcome": outcome,
        }

    async def save(self, connection: AsyncConnection) -> None:
        """Keep what was noted."""
        await upsert(connection, INBOX, list(self._noted.values()))
