"""Requests that are still being written."""

from collections.abc import Sequence

from sqlalchemy import delete, select, update

from infra.store.base import StorePart
from infra.store.tables import DRAFTS, add_missing
from models.drafts import Draft, DraftId
from models.ids import PoolId


class DraftsPart(StorePart):
    """Keeps drafts; of two people who save the same version, the first one does."""

    async def draft(self, pool_id: PoolId, draft_id: DraftId) -> Draft | None:
        """One draft of a pool; None where it has none of this id."""
        here = (DRAFTS.c.pool_id == pool_id) & (DRAFTS.c.draft_id == draft_id)
        async with self._database.reading() as connection:
            content = await connection.scalar(select(DRAFTS.c.content).where(here))
        return None if content is None else Draft.read_kept(content)

    async def drafts(self, pool_id: PoolId) -> Sequence[Draft]:
        """Every draft of a pool, the one saved last first."""
        query = select(DRAFTS.c.content).where(DRAFTS.c.pool_id == pool_id)
        async with self._database.reading() as connection:
            found = [Draft.read_kept(each) for each in await connection.scalars(query)]
        return sorted(found, key=lambda draft: draft.saved, reverse=True)

    async def put_draft(self, draft: Draft) -> bool:
        """Keep the next version of a draft, or a new one; False where another has been kept since.

        Raises TryAgain.
        """
        row = {
            "draft_id": draft.draft_id,
            "pool_id": draft.pool_id,
            "version": draft.version,
            "content": draft.model_dump_json(),
        }
        async with self._database.writing() as connection:
            if draft.version == 1:
                return bool(await add_missing(connection, DRAFTS, [row]))
            seen = (DRAFTS.c.draft_id == draft.draft_id) & (DRAFTS.c.version == draft.version - 1)
            kept = await connection.execute(
                update(DRAFTS).where(seen).values(row).returning(DRAFTS.c.draft_id)
            )
            return bool(kept.all())

    async def drop_draft(self, pool_id: PoolId, draft_id: DraftId) -> None:
        """A draft that nobody needs any more. Raises TryAgain."""
        here = (DRAFTS.c.pool_id == pool_id) & (DRAFTS.c.draft_id == draft_id)
        async with self._database.writing() as connection:
            await connection.execute(delete(DRAFTS).where(here))
