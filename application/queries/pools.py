"""The pools, each in one line."""

from collections.abc import Sequence

from application.session import ReadSession
from application.views.pools import PoolView, pool_view
from models.ids import PoolId


async def pools_of(session: ReadSession, pool_ids: Sequence[PoolId]) -> tuple[PoolView, ...]:
    """These pools as they stand."""
    reads = session.reads
    failures = {each.pool_id: each for each in await reads.plan_failures()}
    return tuple(
        [
            pool_view(
                pool_id,
                await reads.requests(pool_id),
                await reads.talents(pool_id),
                await reads.plan(pool_id),
                failures.get(pool_id),
            )
            for pool_id in pool_ids
        ]
    )
