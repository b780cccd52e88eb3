"""A moment of a pool for the matcher, and a fenced place for its plan."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.base import StorePart
from infra.store.lives import LIVE_STATES, decline_in, match_in, match_row
from infra.store.outbox import say
from infra.store.tables import (
    DECLINES,
    LEDGER,
    MATCHES,
    PLANS,
    POOLS,
    REQUESTS,
    TALENTS,
    upsert,
)
from matcher.plan import Plan
from matcher.ports import LedgerRow, Snapshot
from models.entities import Request, RequestStatus, Talent, TalentStatus
from models.errors import Stale
from models.ids import PoolId
from models.life import Match
from models.log import NewRecord
from models.pool import PoolSettings

#: Plans of a pool that are kept, the newest ones.
KEPT = 20


class PlansPart(StorePart):
    """Serves the matcher."""

    async def snapshot(self, pool_id: PoolId) -> Snapshot | None:
        """The pool as of now, in one consistent read; None where it has never been stated."""
        async with self._database.reading() as connection:
            of_pool = select(POOLS).where(POOLS.c.pool_id == pool_id, POOLS.c.version > 0)
            pool = (await connection.execute(of_pool)).one_or_none()
            if pool is None:
                return None
            requests = await connection.execute(
                select(REQUESTS)
                .where(REQUESTS.c.pool_id == pool_id, REQUESTS.c.status == RequestStatus.OPEN.value)
                .order_by(REQUESTS.c.request_id)
            )
            requests = requests.all()
            talents = await connection.execute(
                select(TALENTS.c.content)
                .where(TALENTS.c.pool_id == pool_id, TALENTS.c.status == TalentStatus.ACTIVE.value)
                .order_by(TALENTS.c.talent_id)
            )
            matches = await connection.execute(
                select(MATCHES)
                .where(MATCHES.c.pool_id == pool_id, MATCHES.c.state.in_(LIVE_STATES))
                .order_by(MATCHES.c.match_id)
            )
            declines = await connection.execute(
                select(DECLINES).where(DECLINES.c.pool_id == pool_id).order_by(DECLINES.c.match_id)
            )
            return Snapshot(
                pool_id=pool_id,
                version=pool.version,
                settings=PoolSettings.model_validate_json(pool.settings),
                requests=tuple(Request.model_validate_json(r.content) for r in requests),
                talents=tuple(Talent.model_validate_json(t.content) for t in talents),
                matches=tuple(match_in(m) for m in matches),
                declines=tuple(decline_in(d) for d in declines),
                correlation_id=pool.correlation_id,
                fresh={
                    r.request_id: r.correlation_id
                    for r in requests
                    if r.changed_version > pool.planned_version
                },
            )

    async def planned_version(self, pool_id: PoolId) -> int:
        """The pool version the last committed plan belongs to; 0 where there is none."""
        query = select(POOLS.c.planned_version).where(POOLS.c.pool_id == pool_id)
        async with self._database.reading() as connection:
            return (await connection.execute(query)).scalar_one_or_none() or 0

    async def commit_plan(
        self,
        plan: Plan,
        *,
        matches: Sequence[Match],
        ledger: Sequence[LedgerRow],
        outbox: Sequence[NewRecord],
    ) -> None:
        """Keep the plan, the changed matches, the pool's whole ledger and the outbox, all or none.

        A better plan of the same version may follow the first. Raises Stale where the pool's
        version is no longer the plan's, or where one of the matches has moved on since. The
        database refuses (IntegrityError) a ledger in which a talent is over its hours.
        """
        async with self._database.writing() as connection:
            fence = await connection.execute(
                update(POOLS)
                .where(POOLS.c.pool_id == plan.pool_id, POOLS.c.version == plan.version)
                .values(planned_version=plan.version)
            )
            if fence.rowcount != 1:
                raise Stale
            if await _moved_on(connection, matches):
                raise Stale("another plan of this version came first and changed the same matches")
            await upsert(connection, MATCHES, [match_row(match) for match in matches])
            await _replace_ledger(connection, plan.pool_id, ledger)
            await _keep(connection, plan)
            await say(connection, outbox)
        if outbox:
            self.outbox_ready.set()


async def _moved_on(connection: AsyncConnection, matches: Sequence[Match]) -> bool:
    """Two matchers may hold the same version for a moment: the second must not overwrite."""
    ids = [match.match_id for match in matches]
    found = await connection.execute(
        select(MATCHES.c.match_id, MATCHES.c.revision).where(MATCHES.c.match_id.in_(ids))
    )
    known = {row.match_id: row.revision for row in found}
    return any(match.revision <= known.get(match.match_id, 0) for match in matches)


async def _replace_ledger(
    connection: AsyncConnection, pool_id: PoolId, ledger: Sequence[LedgerRow]
) -> None:
    await connection.execute(delete(LEDGER).where(LEDGER.c.pool_id == pool_id))
    if ledger:
        await connection.execute(
            insert(LEDGER),
            [
                {
                    "pool_id": pool_id,
                    "talent_id": row.talent_id,
                    "month": row.month,
                    "used": row.used,
                    "capacity": row.capacity,
                }
                for row in ledger
            ],
        )


async def _keep(connection: AsyncConnection, plan: Plan) -> None:
    row = {
        "pool_id": plan.pool_id,
        "version": plan.version,
        "content": plan.model_dump_json(),
        "score": plan.score,
        "bound": plan.bound,
        "status": plan.status.value,
    }
    await upsert(connection, PLANS, [row])
    newest = (
        select(PLANS.c.version)
        .where(PLANS.c.pool_id == plan.pool_id)
        .order_by(PLANS.c.version.desc())
        .limit(KEPT)
    )
    await connection.execute(
        delete(PLANS).where(PLANS.c.pool_id == plan.pool_id, PLANS.c.version.not_in(newest))
    )
