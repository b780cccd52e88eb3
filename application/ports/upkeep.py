"""What operators do to the store itself."""

from typing import Protocol
from uuid import UUID

from models.ids import PoolId, TalentId
from models.ingest import Erased


class Upkeep(Protocol):
    """What operators do to the store itself; the log may be away."""

    @property
    def keeps_a_log(self) -> bool: ...

    async def mark_replayed(self, letter: UUID) -> bool: ...

    async def drop_dead_letter(self, letter: UUID, reason: str, by: str) -> bool: ...

    async def erase(self, pool_id: PoolId, talent_id: TalentId) -> Erased: ...
