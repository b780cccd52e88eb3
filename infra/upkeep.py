"""What operators do to the store itself: dead letters marked and dropped, people forgotten."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from infra.file_permissions import keep_private, note_erasure
from infra.store.engine import database_url
from infra.store.store import SqlStore
from models.ids import PoolId, TalentId
from models.ingest import Erased


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreUpkeep:
    """The store, and the files beside it that know what a lost store would have known."""

    store: SqlStore
    database: str
    beside: Path  #: the file of the embedded log, which notes of erasures lie beside

    @property
    def keeps_a_log(self) -> bool:
        """Whether the database has a log of its own that forgets only with its retention."""
        return database_url(self.database).get_backend_name() != "sqlite"

    async def mark_replayed(self, letter: UUID) -> bool:
        """It was appended again, once more."""
        return await self.store.mark_replayed(letter)

    async def drop_dead_letter(self, letter: UUID, reason: str, by: str) -> bool:
        """Its bytes go; where it stood, why it died, and who dropped it when and why, stay."""
        return await self.store.drop_dead_letter(letter, reason, by)

    async def erase(self, pool_id: PoolId, talent_id: TalentId) -> Erased:
        """Forget who a talent is; noted first, so that a store that is lost stays without them."""
        note_erasure(self.beside, pool_id, talent_id)
        erased = await self.store.erase(pool_id, talent_id)
        keep_private(self.beside)
        return erased
