"""The talents of a pool, with names: for coordinators."""

from application.session import ReadSession
from application.views.talent_list import TalentFilter, TalentList
from application.views.talent_list import talent_list as viewed
from models.ids import PoolId


async def talent_list(session: ReadSession, pool_id: PoolId, wanted: TalentFilter) -> TalentList:
    """Those that fit the filter."""
    reads = session.reads
    people = {each.talent_id: each for each in await reads.people(pool_id)}
    return viewed(
        await reads.talents(pool_id),
        people,
        await reads.plan(pool_id),
        await reads.ledger(pool_id),
        wanted,
    )
