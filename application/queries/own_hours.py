"""What a talent has stated for the months to come, as it was last acknowledged."""

from application.session import Session
from application.views.own_hours import OwnHours
from application.views.own_hours import own_hours as viewed
from models.ids import PoolId, TalentId
from models.months import window


async def own_hours(session: Session, pool_id: PoolId, talent_id: TalentId) -> OwnHours:
    """Over the pool's horizon. Raises Mistake where the pool does not know them."""
    reads = session.reads
    settings, _ = await reads.settings(pool_id)
    return viewed(
        await session.desk.known_talent(pool_id, talent_id),
        window(session.present, settings.horizon),
        await reads.matches(pool_id, live_only=True),
        await reads.problem(pool_id),
        settings.closed_days,
    )
