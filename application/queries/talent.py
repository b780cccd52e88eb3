"""A talent with its months and its matches."""

from application.session import ReadSession
from application.views.talent import TalentView, talent_view
from models.ids import PoolId, TalentId


async def talent_of(
    session: ReadSession, pool_id: PoolId, talent_id: TalentId, *, name: bool = False
) -> TalentView | None:
    """The talent as it stands; None where the pool has none of this id. `name`: personal data."""
    reads = session.reads
    talent = await reads.talent(pool_id, talent_id)
    if talent is None:
        return None
    return talent_view(
        talent,
        await reads.plan(pool_id),
        await reads.matches(pool_id),
        await reads.ledger(pool_id),
        worked=await reads.worked(pool_id),
        person=await reads.person(pool_id, talent_id) if name else None,
    )
