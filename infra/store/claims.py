"""Claims: one row for each thing, with the newest revision that an edge has taken for an event."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select, tuple_, update

from infra.store.base import StorePart
from infra.store.batch_load import lock_pools
from infra.store.tables import CLAIMS, upsert
from models.ids import PoolId
from models.revision_claims import Claim, Kind

#: Seconds after which an append that never came back has failed: longer than any log's patience.
GIVEN_UP = 30.0
#: Seconds within which the same content is taken for the same posting.
SAME = 600.0
_CHUNK = 500


class ClaimsPart(StorePart):
    """Compare and set, in the store that every edge shares: works while no service runs."""

    async def claimed(self, kind: Kind, pool_id: PoolId, subject: str) -> Claim | None:
        """The newest claim on a thing."""
        query = select(CLAIMS).where(
            CLAIMS.c.kind == kind, CLAIMS.c.pool_id == pool_id, CLAIMS.c.subject == subject
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else self._claim(row)

    async def claim(self, claims: Sequence[Claim]) -> Claim | None:
        """Take all of them or none; the claim of another that stands in the way, if one does."""
        async with self._database.writing() as connection:
            # Who holds the pools is alone with their claims, on both databases.
            await lock_pools(connection, {claim.pool_id for claim in claims})
            places = [(c.kind.value, c.pool_id, c.subject) for c in claims]
            known: dict[tuple[str, str, str], Claim] = {}
            for start in range(0, len(places), _CHUNK):
                at = tuple_(CLAIMS.c.kind, CLAIMS.c.pool_id, CLAIMS.c.subject)
                query = select(CLAIMS).where(at.in_(places[start : start + _CHUNK]))
                for row in await connection.execute(query):
                    known[row.kind, row.pool_id, row.subject] = self._claim(row)
            for claim, place in zip(claims, places, strict=True):
                if (other := known.get(place)) and _in_the_way(other, claim):
                    return other
            await upsert(connection, CLAIMS, [self._row(claim) for claim in claims])
        return None

    async def keep_claims(self, events: Sequence[UUID]) -> None:
        """The log has acknowledged these events."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(CLAIMS).where(CLAIMS.c.event_id.in_(events)).values(kept=True)
            )

    async def give_up_claims(self, events: Sequence[UUID]) -> None:
        """Whether the log has these events, nobody knows: others may go past them."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(CLAIMS)
                .where(CLAIMS.c.event_id.in_(events), CLAIMS.c.kept.is_(False))
                .values(time=0.0)
            )

    def _row(self, claim: Claim) -> dict[str, Any]:
        return {
            "kind": claim.kind.value,
            "pool_id": claim.pool_id,
            "subject": claim.subject,
            "revision": claim.revision,
            "content": claim.content,
            "event_id": claim.event_id,
            "kept": False,
            "time": self._now().timestamp(),
        }

    def _claim(self, row: Any) -> Claim:
        seconds = self._now().timestamp() - row.time
        return Claim(
            kind=Kind(row.kind),
            pool_id=row.pool_id,
            subject=row.subject,
            revision=row.revision,
            content=row.content,
            event_id=row.event_id,
            kept=row.kept,
            given_up=not row.kept and seconds > GIVEN_UP,
            seconds=seconds,
        )


def _in_the_way(other: Claim, claim: Claim) -> bool:
    if claim.kind is Kind.POSTING:
        return other.seconds < SAME and not other.given_up
    return other.revision >= claim.revision and not (other.given_up and claim.kind is Kind.MATCH)
