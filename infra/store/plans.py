"""A fenced place for a plan: the pool's newest answer, its matches, its ledger."""

from collections.abc import Sequence
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.store.base import StorePart
from infra.store.early_decisions import call
from infra.store.explanations import keep_explanations
from infra.store.match_rows import match_row
from infra.store.outbox import say
from infra.store.revisions import keep_revisions, of_match
from infra.store.tables import EXPLANATIONS, LEDGER, MATCHES, PLANS, POOLS, upsert
from matcher.plan import Plan
from matcher.ports import LedgerRow
from matcher.problem import Problem
from models.envelope import Envelope
from models.errors import PlanOutdated
from models.event_log import NewRecord, header
from models.ids import MATCHER, PoolId
from models.match import Match
from models.revisions import RevisionMade

#: Plans of a pool that are kept, the newest ones.
KEPT = 20


class PlansPart(StorePart):
    """Keeps what the matcher answers."""

    async def commit_plan(
        self,
        plan: Plan,
        *,
        problem: Problem,
        matches: Sequence[Match],
        ledger: Sequence[LedgerRow],
        outbox: Sequence[NewRecord],
    ) -> None:
        """Keep plan, problem, changed matches, the pool's whole ledger and the outbox, all or none.

        A better plan of the same version may follow the first. Raises PlanOutdated where the pool's
        version is no longer the plan's, or where one of the matches has moved on since. The
        database refuses (IntegrityError) a ledger in which a talent is over its hours.
        """
        async with self._database.writing() as connection:
            fence = await connection.execute(
                update(POOLS)
                .where(POOLS.c.pool_id == plan.pool_id, POOLS.c.version == plan.version)
                .values(planned_version=plan.version, plans=POOLS.c.plans + 1)
            )
            if fence.rowcount != 1:
                raise PlanOutdated
            if await _moved_on(connection, matches):
                raise PlanOutdated("same_version_came_first")
            await upsert(connection, MATCHES, [match_row(match) for match in matches])
            await keep_revisions(connection, self._planned(matches, outbox))
            await _replace_ledger(connection, plan.pool_id, ledger)
            await _keep(connection, plan, problem, self._now())
            await say(connection, outbox)
            awaited = await call(connection, [match.match_id for match in matches])
        if outbox or awaited:
            self.outbox_ready.set()

    def _planned(self, matches: Sequence[Match], outbox: Sequence[NewRecord]) -> list[RevisionMade]:
        """The revisions that a plan makes, each by the event that tells of it."""
        told = {header(record, "ce_subject"): record for record in outbox}
        made = []
        for match in matches:
            name = f"{match.match_id}/{match.revision}"
            event_id = uuid5(NAMESPACE_URL, name)
            record = told.get(match.match_id)
            story = header(record, "ce_correlationid") if record else None
            cause = Envelope(
                event_id=event_id,
                source="talentpool/matcher",
                time=self._now(),
                correlation_id=UUID(story) if story else event_id,
                actor=MATCHER,
            )
            made.append(of_match(match, cause))
        return made


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


async def _keep(connection: AsyncConnection, plan: Plan, problem: Problem, now: datetime) -> None:
    """The plan, and what it says of each line in rows of their own; older plans go with theirs."""
    bare = plan.model_copy(update={"unmet": (), "why": ()})
    row = {
        "pool_id": plan.pool_id,
        "version": plan.version,
        "content": bare.model_dump_json(exclude_defaults=True),
        "problem": problem.model_dump_json(),
        "score": plan.score,
        "bound": plan.bound,
        "status": plan.status.value,
        "time": now.timestamp(),
    }
    await upsert(connection, PLANS, [row])
    await keep_explanations(connection, plan, problem)
    newest = (
        select(PLANS.c.version)
        .where(PLANS.c.pool_id == plan.pool_id)
        .order_by(PLANS.c.version.desc())
        .limit(KEPT)
    )
    for table in (PLANS, EXPLANATIONS):
        await connection.execute(
            delete(table).where(table.c.pool_id == plan.pool_id, table.c.version.not_in(newest))
        )
