"""A request with its lines, matches and unmet hours."""

from application.session import ReadSession
from application.views.request import RequestView, request_view
from models.ids import PoolId, RequestId


async def request_of_pool(
    session: ReadSession, pool_id: PoolId, request_id: RequestId
) -> RequestView | None:
    """The request as it stands; None where the pool has none of this id."""
    reads = session.reads
    request = await reads.request(pool_id, request_id)
    if request is None:
        return None
    return request_view(
        request,
        await reads.plan(pool_id),
        await reads.matches(pool_id),
        await reads.worked(pool_id),
    )
