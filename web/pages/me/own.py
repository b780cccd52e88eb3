"""What every page of a talent begins with: their own work, and nobody else's."""

from application.queries.own_work import OwnWork, own_work
from application.views.offer import Offer
from models.errors import Absent
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
    """Their work. Raises Absent, in words, where the pool does not know them."""
    decided = MatchId(answered) if answered else None
    found = await own_work(visit.session, *own_ids(visit), answered=decided)
    if found is None:
        raise not_in_pool(visit)
    return found


def not_in_pool(visit: Visit) -> Absent:
    """The account is of somebody whom the pool has not taken in, or has forgotten."""
    pool_id, talent_id = own_ids(visit)
    return Absent("web_me_not_in_pool", pool_id=pool_id, talent_id=talent_id)


async def offer_of(visit: Visit, match_id: str) -> Offer:
    """One of their matches. Raises NotFound for another's, and for one not shown to them."""
    found = (await work_of(visit, answered=match_id)).one(MatchId(match_id))
    if found is None:
        raise NotFound(visit)
    return found
