"""Who changed what since somebody looked: what a refusal of a stale change says."""

from application.session import ReadSession
from models.entities import Request, Talent
from models.errors import Stale
from models.ids import PoolId


async def said_who(
    session: ReadSession, stale: Stale, pool_id: PoolId, kind: type[Request | Talent]
) -> Stale:
    """The refusal with everything that was changed since, where it is still known."""
    return stale
