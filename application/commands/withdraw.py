"""Requests are withdrawn, talents leave: their hours become free, and the pool is planned anew."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.session import Session
from models.ids import PoolId, RequestId, TalentId
from models.revision_claims import Kind
from producers.receipts import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawRequests:
    """Requests of a pool that are no longer wanted."""

    pool_id: PoolId
    ids: tuple[RequestId, ...]
    seen: int | None = None  #: the revision of the only one, as it was looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawTalents:
    """Talents who leave a pool."""

    pool_id: PoolId
    ids: tuple[TalentId, ...]


async def withdraw_requests(session: Session, command: WithdrawRequests) -> Sequence[Receipt]:
    """All of them, or none where one is unknown or withdrawn already (Mistake).

    Raises Stale where the only one is not what was seen.
    """
    if command.seen is not None:
        request = await session.desk.known_request(command.pool_id, command.ids[0])
        thing = (Kind.REQUEST, command.pool_id, command.ids[0])
        await session.desk.check_revision_seen(thing, request.revision, command.seen)
    return await session.desk.withdraw_requests(command.pool_id, command.ids)


async def withdraw_talents(session: Session, command: WithdrawTalents) -> Sequence[Receipt]:
    """All of them, or none where one is unknown or has left already (Mistake)."""
    return await session.desk.withdraw_talents(command.pool_id, command.ids)
