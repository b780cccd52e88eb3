"""Filters of events that accounts have kept."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from infra.store.base import StorePart
from infra.store.tables import SAVED_FILTERS, upsert
from models.accounts import AccountId
from models.saved_filter import SavedFilter
from models.text import KEPT


class SavedFiltersPart(StorePart):
    """Keeps what each account looks for again."""

    async def put_saved_filter(self, saved: SavedFilter) -> None:
        """Keep it, in place of another of the same name. Raises TryAgain."""
        async with self._database.writing() as connection:
            await upsert(connection, SAVED_FILTERS, [saved.model_dump()])

    async def drop_saved_filter(self, account_id: AccountId, name: str) -> None:
        """Forget it. Twice is the same as once. Raises TryAgain."""
        columns = SAVED_FILTERS.c
        ours = (columns.account_id == account_id) & (columns.name == name)
        async with self._database.writing() as connection:
            await connection.execute(delete(SAVED_FILTERS).where(ours))

    async def saved_filters(self, account_id: AccountId) -> Sequence[SavedFilter]:
        """Those of an account, by name."""
        columns = SAVED_FILTERS.c
        query = select(SAVED_FILTERS).where(columns.account_id == account_id).order_by(columns.name)
        async with self._database.reading() as connection:
            found = await connection.execute(query)
            return [SavedFilter.model_validate(dict(row._mapping), context=KEPT) for row in found]
