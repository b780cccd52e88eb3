"""What the edges read: requests, talents, matches, plans, settings, counts."""

from typing import Any
from uuid import UUID

from sqlalchemy import Column, Select, func, select

from infra.store.base import StorePart
from infra.store.explanations import explained
from infra.store.match_rows import LIVE_STATES, decline_in, match_in, worked_in
from infra.store.readable import readable
from infra.store.tables import (
    DECLINES,
    INBOX,
    LEDGER,
    MATCHES,
    PLANS,
    POOLS,
    REQUESTS,
    TALENTS,
    WORKED,
)
from matcher.plan import Plan
from matcher.ports import LedgerRow
from matcher.problem import Problem
from models.entities import Request, Talent
from models.ids import MatchId, PoolId, RequestId, TalentId
from models.match import Decline, Match
from models.pool_settings import PoolSettings
from models.worked_hours import Worked


class ReadsPart(StorePart):
    """Answers questions; changes nothing."""

    async def pools(self) -> tuple[PoolId, ...]:
        """The pools about which anything was stated."""
        found = select(POOLS.c.pool_id).where(POOLS.c.version > 0).order_by(POOLS.c.pool_id)
        return tuple(PoolId(pool_id) for pool_id in await self._texts(found))

    async def settings(self, pool_id: PoolId) -> tuple[PoolSettings, int]:
        """A pool's settings and their revision; the defaults and 0 where none were stated."""
        query = select(POOLS.c.settings, POOLS.c.settings_revision).where(
            POOLS.c.pool_id == pool_id
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return PoolSettings(), 0
        return PoolSettings.read_kept(row.settings), row.settings_revision

    async def request(self, pool_id: PoolId, request_id: RequestId) -> Request | None:
        """The newest revision of a request, withdrawn or not."""
        found = await self._texts(
            select(REQUESTS.c.content).where(
                REQUESTS.c.pool_id == pool_id, REQUESTS.c.request_id == request_id
            )
        )
        return Request.read_kept(found[0]) if found else None

    async def requests(self, pool_id: PoolId) -> tuple[Request, ...]:
        """Every request of a pool, withdrawn ones too, by id."""
        found = await self._texts(
            select(REQUESTS.c.content)
            .where(REQUESTS.c.pool_id == pool_id)
            .order_by(REQUESTS.c.request_id)
        )
        return tuple(Request.read_kept(content) for content in found)

    async def talent(self, pool_id: PoolId, talent_id: TalentId) -> Talent | None:
        """The newest revision of a talent, left or not."""
        found = await self._texts(
            select(TALENTS.c.content).where(
                TALENTS.c.pool_id == pool_id, TALENTS.c.talent_id == talent_id
            )
        )
        return Talent.read_kept(found[0]) if found else None

    async def talents(self, pool_id: PoolId) -> tuple[Talent, ...]:
        """Every talent of a pool, those who left too, by id."""
        found = await self._texts(
            select(TALENTS.c.content)
            .where(TALENTS.c.pool_id == pool_id)
            .order_by(TALENTS.c.talent_id)
        )
        return tuple(Talent.read_kept(content) for content in found)

    async def match(self, match_id: MatchId) -> Match | None:
        """A match as it stands now."""
        found = await self._matches(select(MATCHES).where(MATCHES.c.match_id == match_id))
        return found[0] if found else None

    async def matches(self, pool_id: PoolId, live_only: bool = False) -> tuple[Match, ...]:
        """A pool's matches, by line and talent; the ended ones too unless `live_only`."""
        query = select(MATCHES).where(MATCHES.c.pool_id == pool_id)
        if live_only:
            query = query.where(MATCHES.c.state.in_(LIVE_STATES))
        return await self._matches(
            query.order_by(MATCHES.c.line_id, MATCHES.c.talent_id, MATCHES.c.match_id)
        )

    async def declines(self, pool_id: PoolId) -> tuple[tuple[MatchId, Decline], ...]:
        """What is not offered in a pool, each with the match that was declined or cancelled."""
        query = select(DECLINES).where(DECLINES.c.pool_id == pool_id).order_by(DECLINES.c.match_id)
        async with self._database.reading() as connection:
            found = await connection.execute(query)
            return tuple((MatchId(row.match_id), decline_in(row)) for row in found)

    async def worked(self, pool_id: PoolId) -> tuple[Worked, ...]:
        """Hours of months that are over, by line, talent and month; whoever left counts too."""
        query = (
            select(WORKED)
            .where(WORKED.c.pool_id == pool_id)
            .order_by(WORKED.c.line_id, WORKED.c.talent_id, WORKED.c.month)
        )
        async with self._database.reading() as connection:
            return tuple(worked_in(row) for row in await connection.execute(query))

    async def plan(self, pool_id: PoolId) -> Plan | None:
        """The newest plan of a pool; None where there is none, or this version cannot read it."""
        async with self._database.reading() as connection:
            found = (await connection.execute(_newest(PLANS.c.content, pool_id))).scalars().all()
            plan = readable(Plan, found[0], pool_id) if found else None
            return await explained(connection, plan) if plan else None

    async def unreadable_plan(self, pool_id: PoolId) -> bool:
        """Whether the newest plan of a pool is there, and this version cannot read it."""
        found = await self._texts(_newest(PLANS.c.problem, pool_id))
        return bool(found) and not (
            await self.plan(pool_id) and readable(Problem, found[0], pool_id)
        )

    async def problem(self, pool_id: PoolId) -> Problem | None:
        """What the newest plan of a pool answers; None where this version cannot read it."""
        found = await self._texts(_newest(PLANS.c.problem, pool_id))
        return readable(Problem, found[0], pool_id) if found else None

    async def plan_before(self, pool_id: PoolId, version: int) -> tuple[Plan, Problem] | None:
        """The last plan of an earlier version, and what it answers.

        None where it is not kept, or cannot be read.
        """
        query = (
            select(PLANS.c.content, PLANS.c.problem)
            .where(PLANS.c.pool_id == pool_id, PLANS.c.version < version)
            .order_by(PLANS.c.version.desc())
            .limit(1)
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None
        plan = readable(Plan, row.content, pool_id)
        problem = readable(Problem, row.problem, pool_id)
        return (plan, problem) if plan and problem else None

    async def ledger(self, pool_id: PoolId) -> tuple[LedgerRow, ...]:
        """Used and free quarters as of the newest plan, by talent and month."""
        query = (
            select(LEDGER)
            .where(LEDGER.c.pool_id == pool_id)
            .order_by(LEDGER.c.talent_id, LEDGER.c.month)
        )
        async with self._database.reading() as connection:
            return tuple(
                LedgerRow(
                    talent_id=row.talent_id, month=row.month, used=row.used, capacity=row.capacity
                )
                for row in await connection.execute(query)
            )

    async def counts(self) -> dict[str, int]:
        """How many records were taken, by what they came to: applied, repeated, dead.

        A record that only came again is not counted again.
        """
        query = select(INBOX.c.outcome, func.count().label("records")).group_by(INBOX.c.outcome)
        async with self._database.reading() as connection:
            found = (await connection.execute(query)).all()
        return {"applied": 0, "repeated": 0, "dead": 0} | {r.outcome: r.records for r in found}

    async def outcome(self, event_id: UUID) -> str | None:
        """What an event came to: applied, repeated, dead.

        None where it was not taken yet, or waits for its match.
        """
        found = await self._texts(
            select(INBOX.c.outcome).where(
                INBOX.c.event_id == event_id, INBOX.c.outcome != "waiting"
            )
        )
        return found[0] if found else None

    async def inbox_has(self, event_id: UUID) -> bool:
        """The event was taken, whatever it came to."""
        return await self.outcome(event_id) is not None

    async def _texts(self, query: Select[Any]) -> list[str]:
        async with self._database.reading() as connection:
            return list((await connection.execute(query)).scalars().all())

    async def _matches(self, query: Select[Any]) -> tuple[Match, ...]:
        async with self._database.reading() as connection:
            return tuple(match_in(row) for row in await connection.execute(query))


def _newest(column: Column[Any], pool_id: PoolId) -> Select[Any]:
    by_version = PLANS.c.version.desc()
    return select(column).where(PLANS.c.pool_id == pool_id).order_by(by_version).limit(1)
