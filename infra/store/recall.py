"""matches.v1 -> matches, declines, inbox: what a restored store has forgotten of its matches."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.base import StorePart
from infra.store.lives import decline_row, match_in, match_row, worked_row
from infra.store.load import lock_pools
from infra.store.tables import DECLINES, INBOX, MATCHES, POOLS, WORKED, add_missing, keep, upsert
from models.facts import DecisionMade, MatchChanged
from models.ids import MatchId
from models.life import AGREED, Match
from models.months import month_of
from models.worked import worked

#: In the inbox: a record that was taken before the store was restored, wherever it stood.
_NOWHERE = -1


class RecallPart(StorePart):
    """Learns the matches again from what was said of them."""

    async def recall(self, said: Sequence[tuple[datetime, MatchChanged]]) -> int:
        """Bring every match forward to the newest of these events; how many that were.

        A match that the store knows as it was later stays. Decisions that the events name count
        as applied, what they barred is barred again, and what was confirmed when a month ended was
        worked. Says nothing: all of it was said before. Raises TryAgain.
        """
        if not said:
            return 0
        events = [event for _, event in said]
        async with self._database.writing() as connection:
            await lock_pools(connection, {event.pool_id for event in events})
            newest: dict[MatchId, Match] = {}
            for event in events:
                known = newest.get(event.match_id)
                if known is None or event.revision >= known.revision:
                    newest[event.match_id] = _match(event)
            await keep(connection, WORKED, await self._worked(connection, said))
            brought = await _ahead(connection, newest.values())
            await upsert(connection, MATCHES, [match_row(match) for match in brought])
            await upsert(
                connection,
                DECLINES,
                [decline_row(_match(e), e.declined) for e in events if e.declined],
            )
            if decided := [_taken(event) for event in events if event.decided_by]:
                await add_missing(connection, INBOX, decided)
            await _raise_versions(connection, events)
        return len(brought)

    async def _worked(
        self, connection: AsyncConnection, said: Sequence[tuple[datetime, MatchChanged]]
    ) -> list[dict[str, Any]]:
        """What each match had behind it when it changed."""
        ids = {event.match_id for _, event in said}
        found = await connection.execute(select(MATCHES).where(MATCHES.c.match_id.in_(ids)))
        known = {row.match_id: match_in(row) for row in found}
        zone = self._now().tzinfo
        rows: list[dict[str, Any]] = []
        for time, event in said:
            before = known.get(event.match_id)
            if before and event.revision <= before.revision:
                continue
            if before and before.places:
                month = month_of(time.astimezone(zone).date())
                rows += map(worked_row, worked(before, before.places, None, month))
            known[event.match_id] = _match(event)
        return rows


async def _ahead(connection: AsyncConnection, matches: Iterable[Match]) -> list[Match]:
    """Those that are further than the store knows them, or said otherwise at the same revision."""
    by_id = {match.match_id: match for match in matches}
    found = await connection.execute(
        select(MATCHES.c.match_id, MATCHES.c.revision).where(MATCHES.c.match_id.in_(by_id))
    )
    known = {row.match_id: row.revision for row in found}
    return [m for m in by_id.values() if m.revision >= known.get(m.match_id, 0)]


async def _raise_versions(connection: AsyncConnection, events: Sequence[MatchChanged]) -> None:
    """A version that was planned before is never planned again: ids of matches come of it."""
    planned: dict[str, int] = {}
    for event in events:
        planned[event.pool_id] = max(planned.get(event.pool_id, 0), (event.plan_version or 0) + 1)
    await connection.execute(
        update(POOLS)
        .where(POOLS.c.pool_id == bindparam("pool"), POOLS.c.version < bindparam("least"))
        .values(version=bindparam("least")),
        [{"pool": pool, "least": version} for pool, version in planned.items()],
    )


def _match(event: MatchChanged) -> Match:
    """The match an event tells of; older events hold it in pieces."""
    if event.match:
        return event.match
    return Match(
        pool_id=event.pool_id,
        match_id=event.match_id,
        revision=event.revision,
        line_id=event.line_id,
        talent_id=event.talent_id,
        hours=event.hours,
        state=event.state,
        fixed_by_hand=event.pinned and event.state not in AGREED,
        reason=event.reason,
    )


def _taken(event: MatchChanged) -> dict[str, Any]:
    return {
        "event_id": event.decided_by,
        "topic": DecisionMade.topic,
        "partition": _NOWHERE,
        "offset": _NOWHERE,
        "correlation_id": None,
        "outcome": "applied",
        "digest": None,
    }
