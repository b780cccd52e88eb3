"""One moment of a pool, for the matcher."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select

from infra.store.base import StorePart
from infra.store.match_rows import LIVE_STATES, decline_in, match_in
from infra.store.tables import DECLINES, MATCHES, POOLS, REQUESTS, TALENTS, WORKED
from matcher.ports import Snapshot
from models.codes import MunicipalityCode
from models.entities import Request, RequestStatus, Talent, TalentStatus
from models.ids import PoolId
from models.months import Month
from models.pool_settings import PoolSettings


class SnapshotPart(StorePart):
    """Reads everything a plan depends on."""

    async def snapshot(self, pool_id: PoolId) -> Snapshot | None:
        """The pool as of now, in one consistent read; None where it has never been stated."""
        async with self._database.reading() as connection:
            of_pool = select(POOLS).where(POOLS.c.pool_id == pool_id, POOLS.c.version > 0)
            pool = (await connection.execute(of_pool)).one_or_none()
            if pool is None:
                return None
            found = await connection.execute(
                select(REQUESTS)
                .where(REQUESTS.c.pool_id == pool_id, REQUESTS.c.status == RequestStatus.OPEN.value)
                .order_by(REQUESTS.c.request_id)
            )
            requests = found.all()
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
            served = await connection.execute(
                select(WORKED.c.municipalities, func.max(WORKED.c.month).label("month"))
                .where(WORKED.c.pool_id == pool_id)
                .group_by(WORKED.c.municipalities)
            )
            return Snapshot(
                pool_id=pool_id,
                version=pool.version,
                settings=PoolSettings.read_kept(pool.settings),
                requests=tuple(Request.read_kept(r.content) for r in requests),
                talents=tuple(Talent.read_kept(t.content) for t in talents),
                matches=tuple(match_in(m) for m in matches),
                declines=tuple(decline_in(d) for d in declines),
                correlation_id=pool.correlation_id,
                fresh={
                    r.request_id: r.correlation_id
                    for r in requests
                    if r.changed_version > pool.planned_version
                },
                served=_served(served),
            )


def _served(rows: Iterable[Any]) -> dict[MunicipalityCode, Month]:
    """The last month of work at each municipality; joint work was work at all of them."""
    last: dict[MunicipalityCode, Month] = {}
    for row in rows:
        for code in json.loads(row.municipalities):
            last[code] = max(row.month, last.get(code, row.month))
    return last
