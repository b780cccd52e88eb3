"""A talent's year: their own work, and nobody else's."""

from application.queries.own_hours import own_hours
from application.session import Session
from application.views.talent_year import TalentYear, talent_year
from application.views.working_month import working_month
from models.ids import PoolId, TalentId


async def own_year(session: Session, pool_id: PoolId, talent_id: TalentId) -> TalentYear:
    """Over what is worked and the pool's horizon. Raises Mistake where the pool knows no such."""
    reads = session.reads
    settings, _ = await reads.settings(pool_id)
    own = await own_hours(session, pool_id, talent_id)
    worked = [each for each in await reads.worked(pool_id) if each.talent_id == talent_id]
    ahead = {each.month for each in own.months}
    past = {each.month for each in worked} - ahead
    return talent_year(
        own,
        await reads.matches(pool_id),
        [each for each in worked if each.month in past],
        {month: working_month(month, settings.closed_days) for month in past},
    )
