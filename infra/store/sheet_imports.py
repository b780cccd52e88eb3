"""Files that were handed in: kept some days, then gone."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, text

from infra.store.base import StorePart
from infra.store.tables import SHEET_IMPORTS, upsert
from models.ids import PoolId
from models.sheet_imports import KEPT_FOR, SheetImport
from models.text import KEPT

_LISTED = [column for column in SHEET_IMPORTS.c if column.name not in {"content", "undo"}]


class SheetImportsPart(StorePart):
    """Keeps imports of sheets."""

    async def put_import(self, made: SheetImport) -> None:
        """Keep one in place of what was kept of it; those past their time go. Raises TryAgain."""
        row = made.model_dump() | {
            "at": made.at.timestamp(),
            "state": made.state.value,
            "stories": json.dumps(made.stories),
        }
        async with self._database.writing() as connection:
            if self._database.is_sqlite:
                await connection.execute(text("PRAGMA secure_delete = ON"))
            await connection.execute(delete(SHEET_IMPORTS).where(self._imports_expired()))
            await upsert(connection, SHEET_IMPORTS, [row])

    async def sheet_import(self, pool_id: PoolId, import_id: str) -> SheetImport | None:
        """One import with its file; None where there is none or its time is over."""
        query = select(SHEET_IMPORTS).where(
            SHEET_IMPORTS.c.pool_id == pool_id,
            SHEET_IMPORTS.c.import_id == import_id,
            ~self._imports_expired(),
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else self._import_in(row)

    async def sheet_imports(self, pool_id: PoolId, most: int) -> Sequence[SheetImport]:
        """The newest imports of a pool, without their files."""
        query = (
            select(*_LISTED)
            .where(SHEET_IMPORTS.c.pool_id == pool_id, ~self._imports_expired())
            .order_by(SHEET_IMPORTS.c.at.desc())
            .limit(most)
        )
        async with self._database.reading() as connection:
            return [self._import_in(row) for row in await connection.execute(query)]

    def _imports_expired(self) -> Any:
        return SHEET_IMPORTS.c.at < (self._now() - KEPT_FOR).timestamp()

    def _import_in(self, row: Any) -> SheetImport:
        kept = dict(row._mapping)
        kept["at"] = datetime.fromtimestamp(kept["at"], self._now().tzinfo)
        kept["stories"] = tuple(json.loads(kept["stories"]))
        return SheetImport.model_validate(kept, context=KEPT)
