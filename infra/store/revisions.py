"""Who made which revision: written where a fact or a plan makes one, read for timelines."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.base import StorePart
from infra.store.tables import INBOX, REVISIONS, upsert
from models.envelope import Envelope
from models.ids import PoolId
from models.match import Match
from models.revision_claims import Kind
from models.revisions import RevisionMade, StoryEvent

_CHUNK = 400


class RevisionsPart(StorePart):
    """Answers who changed what when."""

    async def revisions(
        self, kind: Kind, pool_id: PoolId, subject: str
    ) -> tuple[RevisionMade, ...]:
        """The revisions of a thing, oldest first, at the offices' time; none older than this."""
        async with self._database.reading() as connection:
            made = await load_revisions(connection, kind, [pool_id], [subject])
        offices = self._now().tzinfo
        return tuple(replace(each, time=each.time.astimezone(offices)) for each in made)

    async def story(
        self, correlation_id: UUID
    ) -> tuple[tuple[StoryEvent, ...], tuple[RevisionMade, ...]]:
        """The facts of a correlation id, and every revision that they led to, oldest first."""
        taken = select(INBOX.c.event_id, INBOX.c.topic, INBOX.c.outcome).where(
            INBOX.c.correlation_id == correlation_id
        )
        made = select(REVISIONS).where(REVISIONS.c.correlation_id == correlation_id)
        async with self._database.reading() as connection:
            events = await connection.execute(taken.order_by(INBOX.c.topic, INBOX.c.offset))
            rows = await connection.execute(made)
            found = sorted(map(_made, rows), key=lambda each: (each.time, each.subject))
            return (
                tuple(
                    StoryEvent(event_id=row.event_id, topic=row.topic, outcome=row.outcome)
                    for row in events
                ),
                tuple(found),
            )


async def load_revisions(
    connection: AsyncConnection, kind: Kind, pools: Iterable[PoolId], subjects: Iterable[str]
) -> list[RevisionMade]:
    """Those of some things of one kind, oldest first."""
    wanted = sorted(set(subjects))
    found: list[RevisionMade] = []
    for start in range(0, len(wanted), _CHUNK):
        query = select(REVISIONS).where(
            REVISIONS.c.kind == kind.value,
            REVISIONS.c.pool_id.in_(list(pools)),
            REVISIONS.c.subject.in_(wanted[start : start + _CHUNK]),
        )
        rows = await connection.execute(query.order_by(REVISIONS.c.revision))
        found += [_made(row) for row in rows]
    return found


async def keep_revisions(connection: AsyncConnection, made: Sequence[RevisionMade]) -> None:
    """Write them down; twice is the same as once."""
    await upsert(connection, REVISIONS, [_row(each) for each in made])


def of_match(match: Match, cause: Envelope, *, changed: tuple[str, ...] = ()) -> RevisionMade:
    """That a match has come to its revision, because of a fact or a plan."""
    return RevisionMade(
        kind=Kind.MATCH,
        pool_id=match.pool_id,
        subject=match.match_id,
        revision=match.revision,
        reason=match.reason,
        changed=changed,
        actor=cause.actor,
        time=cause.time,
        event_id=cause.event_id,
        correlation_id=cause.correlation_id,
    )


def _row(made: RevisionMade) -> dict[str, Any]:
    return {
        "kind": made.kind.value,
        "pool_id": made.pool_id,
        "subject": made.subject,
        "revision": made.revision,
        "reason": made.reason,
        "changed": json.dumps(made.changed),
        "actor": made.actor,
        "time": made.time.isoformat(),
        "event_id": made.event_id,
        "correlation_id": made.correlation_id,
    }


def _made(row: Any) -> RevisionMade:
    return RevisionMade(
        kind=Kind(row.kind),
        pool_id=row.pool_id,
        subject=row.subject,
        revision=row.revision,
        reason=row.reason,
        changed=tuple(json.loads(row.changed)),
        actor=row.actor,
        time=datetime.fromisoformat(row.time),
        event_id=row.event_id,
        correlation_id=row.correlation_id,
    )
