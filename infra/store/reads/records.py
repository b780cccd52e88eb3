"""What became of records: the outcome of each, the revisions they led to, how many there were."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from infra.store.reads.look import ReadPart, uuid_in
from models.ids import PoolId
from models.revision_claims import Kind
from models.revisions import RevisionMade, StoryEvent


class RecordReads(ReadPart):
    """Answers about records, and who changed what when."""

    async def counts(self) -> dict[str, int]:
        """How many records were taken, by what they came to: applied, repeated, dead.

        A record that only came again is not counted again.
        """
        found = await self._rows("SELECT outcome, count(*) AS records FROM inbox GROUP BY outcome")
        return {"applied": 0, "repeated": 0, "dead": 0} | {r.outcome: r.records for r in found}

    async def outcome(self, event_id: UUID) -> str | None:
        """What an event came to: applied, repeated, dead.

        None where it was not taken yet, or waits for its match.
        """
        found = await self._rows(
            "SELECT outcome FROM inbox WHERE event_id = :event_id AND outcome <> 'waiting'",
            event_id=event_id,
        )
        return str(found[0].outcome) if found else None

    async def inbox_has(self, event_id: UUID) -> bool:
        """The event was taken, whatever it came to."""
        return await self.outcome(event_id) is not None

    async def revisions(
        self, kind: Kind, pool_id: PoolId, subject: str
    ) -> tuple[RevisionMade, ...]:
        """The revisions of a thing, oldest first, at the offices' time; none older than this."""
        found = await self._rows(
            "SELECT * FROM revisions"
            " WHERE kind = :kind AND pool_id = :pool_id AND subject = :subject ORDER BY revision",
            kind=kind.value,
            pool_id=pool_id,
            subject=subject,
        )
        offices = self._now().tzinfo
        made = map(revision_in, found)
        return tuple(replace(each, time=each.time.astimezone(offices)) for each in made)

    async def changed_last(self, pool_id: PoolId, kind: Kind) -> dict[str, datetime]:
        """When each thing of a kind came to the revision that it is at, at the offices' time."""
        found = await self._rows(
            "SELECT subject, max(time) AS time FROM revisions"
            " WHERE kind = :kind AND pool_id = :pool_id GROUP BY subject",
            kind=kind.value,
            pool_id=pool_id,
        )
        offices = self._now().tzinfo
        return {row.subject: datetime.fromisoformat(row.time).astimezone(offices) for row in found}

    async def story(
        self, correlation_id: UUID
    ) -> tuple[tuple[StoryEvent, ...], tuple[RevisionMade, ...]]:
        """The facts of a correlation id, and every revision that they led to, oldest first."""
        async with self._looking() as look:
            taken = await look.rows(
                "SELECT event_id, topic, outcome FROM inbox WHERE correlation_id = :story"
                ' ORDER BY topic, "offset"',
                story=correlation_id,
            )
            made = await look.rows(
                "SELECT * FROM revisions WHERE correlation_id = :story", story=correlation_id
            )
        found = sorted(map(revision_in, made), key=lambda each: (each.time, each.subject))
        return (
            tuple(
                StoryEvent(event_id=uuid_in(row.event_id), topic=row.topic, outcome=row.outcome)
                for row in taken
            ),
            tuple(found),
        )


def revision_in(row: Any) -> RevisionMade:
    """The revision in a row."""
    return RevisionMade(
        kind=Kind(row.kind),
        pool_id=row.pool_id,
        subject=row.subject,
        revision=row.revision,
        reason=row.reason,
        changed=tuple(json.loads(row.changed)),
        actor=row.actor,
        time=datetime.fromisoformat(row.time),
        event_id=uuid_in(row.event_id),
        correlation_id=uuid_in(row.correlation_id),
    )
