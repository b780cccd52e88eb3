"""A batch of facts -> inbox, state, pool versions, outbox: one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import Table, bindparam, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.apply_batch import BatchApplication
from infra.store.base import StorePart
from infra.store.batch_load import load, lock_pools
from infra.store.batch_state import Key, State, Stated
from infra.store.dead_letters import keep_letters
from infra.store.early_decisions import EarlyDecisions
from infra.store.inbox import Inbox
from infra.store.match_rows import decline_row, match_row, worked_row
from infra.store.month_turn import turn
from infra.store.outbox import say
from infra.store.record_rows import dead_letter_id, dead_record
from infra.store.revisions import keep_revisions
from infra.store.tables import DECLINES, MATCHES, POOLS, REQUESTS, TALENTS, WORKED, keep, upsert
from infra.store.unstorable import unstorable
from models.envelope import Envelope, Message
from models.event_log import NewRecord
from models.facts import Fact, MatchChanged, PoolChanged
from models.ids import CALENDAR, PoolId
from models.ingest import Dead, Ingested, Taken
from models.months import Month, month_of

_SOURCE = "talentpool/store"


class IngestPart(StorePart):
    """Takes what people state."""

    async def ingest(self, batch: Sequence[Taken], dead: Sequence[Dead]) -> Ingested:
        """Apply a batch in one transaction: inbox, state, pool versions, outbox.

        Messages that the state refuses join the dead; decisions about a match that is not known
        yet wait for it. A record that was dead-lettered before is
        `repeated` where it can be read, and left out where it cannot. Raises TryAgain where the
        database is away, Unstorable where a value has no place in it; then nothing was applied.
        """
        if not batch and not dead:
            return Ingested()
        with unstorable():
            done, said = await self._ingested(batch, dead)
        if said:
            self.outbox_ready.set()
        return done

    async def _ingested(
        self, batch: Sequence[Taken], dead: Sequence[Dead]
    ) -> tuple[Ingested, list[NewRecord]]:
        async with self._database.writing() as connection:
            pools = await lock_pools(connection, (t.message.fact.key for t in batch))
            # Only now: who held the pools before us may have taken the same records.
            records = [each.record for each in dead] + [each.record for each in batch]
            inbox = await Inbox.load(
                connection,
                [t.message.envelope.event_id for t in batch]
                + [dead_letter_id(record) for record in records],
                self._now(),
            )
            waits = await EarlyDecisions.load(connection, pools)
            facts = [t.message.fact for t in batch]
            turning = {
                t.message.fact.key
                for t in batch
                if (pools[t.message.fact.key].month or "") < self._month(t.message.envelope)
            }
            state = await load(connection, pools, [*facts, *waits.facts()], turning)
            done = BatchApplication(state, inbox, waits, self._month).take(batch, dead)
            said = list(self._news(state, done))
            await save(connection, state)
            await waits.save(connection)
            await inbox.save(connection)
            # Here already, and whole: the record that says it may be too large, or never sent.
            await keep_letters(connection, done.dead, self._now())
            await say(connection, said)
        return done, said

    async def turn(self, pool_id: PoolId, month: Month) -> None:
        """The months before this one are over: what was agreed is worked, the rest ends.

        Twice is the same as once, and facts see to it too. Raises TryAgain.
        """
        behind = select(POOLS.c.pool_id).where(
            POOLS.c.pool_id == pool_id,
            POOLS.c.version > 0,
            or_(POOLS.c.month.is_(None), POOLS.c.month < month),
        )
        async with self._database.reading() as connection:
            if (await connection.execute(behind)).one_or_none() is None:
                return
        story = uuid5(NAMESPACE_URL, f"{pool_id}/{month}")
        async with self._database.writing() as connection:
            pools = await lock_pools(connection, [pool_id])
            state = await load(connection, pools, [], [pool_id])
            turn(state, pool_id, month, Envelope.begin(story, _SOURCE, self._now(), actor=CALENDAR))
            said = list(self._news(state, Ingested()))
            await save(connection, state)
            await say(connection, said)
        if said:
            self.outbox_ready.set()

    def _month(self, cause: Envelope) -> Month:
        """In which a fact was stated, at the offices; a clock that is ahead counts as ours."""
        if not self.follows_months:
            return Month("")
        now = self._now()
        return min(month_of(now.date()), month_of(cause.time.astimezone(now.tzinfo).date()))

    def _news(self, state: State, done: Ingested) -> Iterator[NewRecord]:
        for moved in state.moved:
            name = f"{moved.after.match_id}/{moved.after.revision}"
            yield self._derived(
                MatchChanged.of(
                    moved.before,
                    moved.after,
                    decided_by=moved.cause.event_id if moved.decided else None,
                    declined=moved.declined,
                ),
                name,
                moved.cause,
            )
        for lost in done.dead:
            yield dead_record(lost)
        for pool_id, pool in state.pools.items():
            if pool.last:
                fact = PoolChanged(pool_id=pool_id, version=pool.version + 1)
                yield self._derived(fact, f"{pool_id}/{fact.version}", pool.last)

    def _derived(self, fact: Fact, name: str, cause: Envelope) -> NewRecord:
        envelope = Envelope(
            # Computed from its cause, so that a repeat is recognised downstream.
            event_id=uuid5(NAMESPACE_URL, name),
            source=_SOURCE,
            time=self._now(),
            correlation_id=cause.correlation_id,
            traceparent=cause.traceparent,
            actor=cause.actor,
        )
        return Message(envelope=envelope, fact=fact).record()


async def save(connection: AsyncConnection, state: State) -> None:
    """Keep what a state changed: the pools whose facts said something new, and all in them."""
    for pool_id in sorted(state.turned):
        month = state.pools[pool_id].month
        await connection.execute(
            update(POOLS).where(POOLS.c.pool_id == pool_id).values(month=month)
        )
    risen = [
        {
            "pool": pool_id,
            "settings": pool.settings.model_dump_json(),
            "settings_revision": pool.settings_revision,
            "correlation_id": pool.last.correlation_id,
        }
        for pool_id, pool in state.pools.items()
        if pool.last
    ]
    if risen:
        await connection.execute(
            update(POOLS)
            .where(POOLS.c.pool_id == bindparam("pool"))
            .values(version=POOLS.c.version + 1),
            risen,
        )
    await upsert(connection, REQUESTS, _rows(REQUESTS, state.requests, state.new_requests))
    await upsert(connection, TALENTS, _rows(TALENTS, state.talents, state.new_talents))
    after = {moved.after.match_id: moved.after for moved in state.moved}
    await upsert(connection, MATCHES, [match_row(match) for match in after.values()])
    await upsert(connection, DECLINES, [decline_row(*each) for each in state.declines])
    await keep_revisions(connection, state.revisions)
    if state.lifted:
        await connection.execute(delete(DECLINES).where(DECLINES.c.match_id.in_(state.lifted)))
    await keep(connection, WORKED, [worked_row(each) for each in state.worked])


def _rows(table: Table, stated: dict[Key, Stated], news: set[Key]) -> list[dict[str, Any]]:
    pool_id, own_id = table.primary_key.columns.keys()
    return [{pool_id: key[0], own_id: key[1], **asdict(stated[key])} for key in sorted(news)]
