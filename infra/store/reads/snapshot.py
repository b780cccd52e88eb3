"""One moment of a pool, for the matcher."""

import json
from collections.abc import Iterable
from typing import Any

from infra.store.match_rows import decline_in, match_in
from infra.store.reads.look import ReadPart, uuid_in
from infra.store.reads.matches import LIVE
from matcher.ports import Snapshot
from models.codes import MunicipalityCode
from models.entities import Request, RequestStatus, Talent, TalentStatus
from models.ids import PoolId
from models.months import Month
from models.pool_settings import PoolSettings


class SnapshotReads(ReadPart):
    """Reads everything a plan depends on."""

    async def snapshot(self, pool_id: PoolId) -> Snapshot | None:
        """The pool as of now, in one consistent read; None where it has never been stated."""
        async with self._looking() as look:
            pools = await look.rows(
                "SELECT version, planned_version, settings, correlation_id FROM pools"
                " WHERE pool_id = :pool_id AND version > 0",
                pool_id=pool_id,
            )
            if not pools:
                return None
            requests = await look.rows(
                "SELECT request_id, content, correlation_id, changed_version FROM requests"
                " WHERE pool_id = :pool_id AND status = :status ORDER BY request_id",
                pool_id=pool_id,
                status=RequestStatus.OPEN.value,
            )
            talents = await look.rows(
                "SELECT content FROM talents"
                " WHERE pool_id = :pool_id AND status = :status ORDER BY talent_id",
                pool_id=pool_id,
                status=TalentStatus.ACTIVE.value,
            )
            matches = await look.rows(
                f"SELECT * FROM matches WHERE pool_id = :pool_id AND {LIVE} ORDER BY match_id",  # noqa: S608
                pool_id=pool_id,
            )
            declines = await look.rows(
                "SELECT content FROM declines WHERE pool_id = :pool_id ORDER BY match_id",
                pool_id=pool_id,
            )
            served = await look.rows(
                "SELECT municipalities, max(month) AS month FROM worked"
                " WHERE pool_id = :pool_id GROUP BY municipalities",
                pool_id=pool_id,
            )
        pool = pools[0]
        return Snapshot(
            pool_id=pool_id,
            version=pool.version,
            settings=PoolSettings.read_kept(pool.settings),
            requests=tuple(Request.read_kept(row.content) for row in requests),
            talents=tuple(Talent.read_kept(row.content) for row in talents),
            matches=tuple(map(match_in, matches)),
            declines=tuple(map(decline_in, declines)),
            correlation_id=pool.correlation_id and uuid_in(pool.correlation_id),
            fresh={
                row.request_id: uuid_in(row.correlation_id)
                for row in requests
                if row.changed_version > pool.planned_version
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
