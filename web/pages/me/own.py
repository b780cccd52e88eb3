"""What every page of a talent begins with: their own work, and nobody else's."""

from application.queries.own_work import OwnWork, own_work
from application.views.offer import Offer
from models.ids import MatchId, PoolId, TalentId
from web.frame.allowed import NotFound
from web.frame.visit import Visit


def own_ids(visit: Visit) -> tuple[PoolId, TalentId]:
    """Of whom the grant is."""
    grant = visit.granted
    assert grant.pool_id is not None
    assert grant.talent_id is not None
    return grant.pool_id, grant.talent_id


async def work_of(visit: Visit, *, answered: str | None = None) -> OwnWork:
    """Their work. Raises NotFound where the pool no longer knows them."""
    decided = MatchId(answered) if answered else None
    found = await own_work(visit.session, *own_ids(visit), answered=decided)
    if found is None:
        raise NotFound(visit)
    return found


async def offer_of(visit: Visit, match_id: str) -> Offer:
    """One of their matches. Raises NotFound for another's, and for one not shown to them."""
    found = (await work_of(visit, answered=match_id)).one(MatchId(match_id))
    if found is None:
        raise NotFound(visit)
    return found
