"""matches.v1 -> matches, declines, inbox: what a restored store has forgotten of its matches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.apply_fact import carry_over, leave
from infra.store.batch_load import lock_pools
from infra.store.batch_load import stated as load_stated
from infra.store.batch_state import State, Stated
from infra.store.ingest import IngestPart, save
from infra.store.match_rows import decline_row, match_in, match_row, request_of, worked_row
from infra.store.outbox import say
from infra.store.revisions import keep_revisions, of_match
from infra.store.tables import (
    DECLINES,
    INBOX,
    MATCHES,
    POOLS,
    REQUESTS,
    TALENTS,
    WORKED,
    add_missing,
    keep,
    upsert,
)
from models.entities import Request, TalentStatus
from models.envelope import Envelope
from models.facts import DecisionMade, MatchChanged
from models.ids import MatchId, PoolId
from models.ingest import Ingested
from models.match import AGREED, Decline, Match
from models.months import month_of
from models.revisions import RevisionMade
from models.worked_hours import worked

#: In the inbox: a record that was taken before the store was restored, wherever it stood.
_NOWHERE = -1
_CHUNK = 400


@dataclass
class Memory:
    """The newest of every match, as a backup and then matches.v1 tell of it."""

    matches: dict[MatchId, Match] = field(default_factory=dict)
    #: What was barred last, or None where that was lifted.
    declines: dict[MatchId, Decline | None] = field(default_factory=dict)
    decided: dict[Any, MatchId] = field(default_factory=dict)
    planned: dict[PoolId, int] = field(default_factory=dict)
    #: Each match before a change, and when that was: what was confirmed then was worked.
    steps: list[tuple[datetime, Match]] = field(default_factory=list)
    made: list[RevisionMade] = field(default_factory=list)  #: who made which revision

    async def remember(self, said: Sequence[tuple[Envelope, MatchChanged]]) -> None:
        """Hear more of them, in the order in which they were said."""
        for envelope, event in said:
            time = envelope.time
            match, known = _match(event), self.matches.get(event.match_id)
            if known and known.places and match.revision > known.revision:
                self.steps.append((time, known))
            if known is None or match.revision >= known.revision:
                self.matches[event.match_id] = match
            self.made.append(of_match(match, envelope, changed=event.changed_terms))
            if event.declined:
                self.declines[event.match_id] = event.declined
            elif event.reason == "unbarred":
                self.declines[event.match_id] = None
            if event.decided_by:
                self.decided[event.decided_by] = event.match_id
            version = event.plan_version or 0
            self.planned[event.pool_id] = max(self.planned.get(event.pool_id, 0), version)


class MatchRebuildPart(IngestPart):
    """Learns the matches again from what was said of them."""

    async def set_matches_aside(self) -> Memory:
        """Take all matches out of the store, so that facts of later times do not touch them."""
        async with self._database.writing() as connection:
            found = [match_in(row) for row in await connection.execute(select(MATCHES))]
            await connection.execute(delete(MATCHES))
        return Memory(matches={match.match_id: match for match in found})

    async def rebuild_matches(self, memory: Memory) -> None:
        """Put the matches back as they were last said to be.

        Decisions that were told of count as applied, and what they barred is barred. A match whose
        request or talent has gone on since anything was said of it follows them. Raises TryAgain.
        """
        matches = list(memory.matches.values())
        async with self._database.writing() as connection:
            pools = await lock_pools(
                connection, {m.pool_id for m in matches} | memory.planned.keys()
            )
            for some in _chunks(matches):
                await upsert(connection, MATCHES, [match_row(match) for match in some])
            await self._bar(connection, memory)
            await keep(connection, WORKED, self._worked(memory))
            for known in _chunks(memory.made):
                await keep_revisions(connection, known)
            for some in _chunks([_taken(event) for event in memory.decided]):
                await add_missing(connection, INBOX, some)
            await _raise_versions(connection, memory)
            state = await _catching_up(connection, await lock_pools(connection, pools), matches)
            self._catch_up(state)
            said = list(self._news(state, Ingested()))
            await save(connection, state)
            await say(connection, said)

    def _catch_up(self, state: State) -> None:
        for match in list(state.matches.values()):
            request = state.requests.get((match.pool_id, request_of(match)))
            talent = state.talents.get((match.pool_id, match.talent_id))
            if request:
                content = Request.read_kept(request.content)
                carry_over(state, match, None, content, self._cause(request))
            now = state.matches[match.match_id]
            if talent and talent.status == TalentStatus.LEFT and now.live:
                leave(state, now, self._cause(talent))
        for moved in state.moved:
            state.pools[moved.after.pool_id].last = moved.cause

    def _worked(self, memory: Memory) -> list[dict[str, Any]]:
        """What each match had behind it when it changed."""
        zone = self._now().tzinfo
        return [
            worked_row(row)
            for time, before in memory.steps
            for row in worked(before, before.places, None, month_of(time.astimezone(zone).date()))
        ]

    def _cause(self, stated: Stated) -> Envelope:
        return Envelope(
            event_id=stated.event_id,
            source="talentpool/store",
            time=self._now(),
            correlation_id=stated.correlation_id,
        )

    async def _bar(self, connection: AsyncConnection, memory: Memory) -> None:
        for match_id, decline in memory.declines.items():
            await connection.execute(delete(DECLINES).where(DECLINES.c.match_id == match_id))
            if decline:
                row = decline_row(memory.matches[match_id], decline)
                await upsert(connection, DECLINES, [row])


async def _catching_up(
    connection: AsyncConnection, pools: dict[Any, Any], matches: Iterable[Match]
) -> State:
    """The live matches, with what they stand on."""
    live = [match for match in matches if match.live]
    state = State(pools=pools, matches={match.match_id: match for match in live})
    for some in _chunks(live):
        ids = {request_of(match) for match in some}, {match.talent_id for match in some}
        state.requests.update(await load_stated(connection, REQUESTS, pools, ids[0]))
        state.talents.update(await load_stated(connection, TALENTS, pools, ids[1]))
    return state


async def _raise_versions(connection: AsyncConnection, memory: Memory) -> None:
    """A version that was planned before is never planned again: ids of matches come of it."""
    if not memory.planned:
        return
    await connection.execute(
        update(POOLS)
        .where(POOLS.c.pool_id == bindparam("pool"), POOLS.c.version < bindparam("least"))
        .values(version=bindparam("least")),
        [{"pool": pool, "least": version + 1} for pool, version in memory.planned.items()],
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


def _taken(event: Any) -> dict[str, Any]:
    return {
        "event_id": event,
        "topic": DecisionMade.topic,
        "partition": _NOWHERE,
        "offset": _NOWHERE,
        "correlation_id": None,
        "outcome": "applied",
        "digest": None,
    }


def _chunks(rows: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (rows[start : start + _CHUNK] for start in range(0, len(rows), _CHUNK))
