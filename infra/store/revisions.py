"""Who made which revision: written where a fact or a plan makes one."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.reads.records import revision_in
from infra.store.tables import REVISIONS, upsert
from models.envelope import Envelope
from models.ids import PoolId
from models.match import Match
from models.revision_claims import Kind
from models.revisions import RevisionMade

_CHUNK = 400


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
        found += [revision_in(row) for row in rows]
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
