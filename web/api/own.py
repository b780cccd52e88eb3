"""What every operation of a talent begins with: their own work, and nobody else's."""

from application.queries.own_work import OwnWork, own_work
from models.ids import PoolId, TalentId
from web.api.callers import Caller, not_found


def own_ids(caller: Caller) -> tuple[PoolId, TalentId]:
    """Of whom the token's grant is."""
    talent_id = caller.token.grant.talent_id
    assert talent_id is not None
    return caller.pool_id, talent_id


async def own_work_of(caller: Caller) -> OwnWork:
    """Raises Failed where the pool no longer knows them."""
    found = await own_work(caller.session, *own_ids(caller))
    if found is None:
        raise not_found()
    return found
