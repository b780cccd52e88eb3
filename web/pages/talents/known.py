"""A talent of the pool of the address."""

from models.entities import Talent
from models.errors import Mistake
from models.ids import PoolId, TalentId
from web.frame.allowed import NotFound
from web.frame.visit import Visit


async def known(visit: Visit, pool_id: PoolId, talent_id: str) -> Talent:
    """As last acknowledged. Raises NotFound."""
    try:
        return await visit.session.desk.known_talent(pool_id, TalentId(talent_id))
    except Mistake:
        raise NotFound(visit) from None
