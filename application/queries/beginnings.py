"""How far a new pool is on the way to its first plan."""

from dataclasses import dataclass
from typing import Literal

from application.session import ReadSession
from models.entities import RequestStatus, TalentStatus
from models.ids import PoolId


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginnings:
    """What a pool has."""

    talents: int
    requests: int
    planned: bool  #: with all that is in it

    @property
    def next(self) -> Literal["talents", "requests", "wait", "plan"]:
        """What comes next."""
        if not self.talents:
            return "talents"
        if not self.requests:
            return "requests"
        return "plan" if self.planned else "wait"


async def beginnings_of(session: ReadSession, pool_id: PoolId) -> Beginnings:
    """Of the open requests and those who are there."""
    reads = session.reads
    talents, requests = await reads.talents(pool_id), await reads.requests(pool_id)
    return Beginnings(
        talents=sum(each.status is TalentStatus.ACTIVE for each in talents),
        requests=sum(each.status is RequestStatus.OPEN for each in requests),
        planned=await reads.planned_version(pool_id) >= max(1, await reads.pool_version(pool_id)),
    )
