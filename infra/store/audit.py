"""The audit record: added to, and read from the newest back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, select

from infra.store.base import StorePart
from infra.store.tables import AUDIT
from models.audit import AuditRecord, AuditSearch, Cursor


class AuditPart(StorePart):
    """Keeps who did and saw what."""

    async def keep_audit(self, record: AuditRecord) -> None:
        """Add a line. Raises TryAgain."""
        row = record.model_dump(exclude={"moment"}) | {"time": record.moment.timestamp()}
        async with self._database.writing() as connection:
            await connection.execute(insert(AUDIT), [row])

    async def audit(
        self, search: AuditSearch, *, before: Cursor | None, limit: int
    ) -> Sequence[tuple[Cursor, AuditRecord]]:
        """The newest lines that fit and were added before the one at the cursor."""
        query = select(AUDIT).where(*_conditions(search, before))
        query = query.order_by(AUDIT.c.seq.desc()).limit(limit)
        async with self._database.reading() as connection:
            return [(Cursor(row.seq), _record(row)) for row in await connection.execute(query)]


def _conditions(search: AuditSearch, before: Cursor | None) -> list[Any]:
    equal = {
        AUDIT.c.actor: search.actor,
        AUDIT.c.action: search.action,
        AUDIT.c.pool_id: search.pool_id,
        AUDIT.c.subject: search.subject,
        AUDIT.c.outcome: search.outcome,
    }
    found: list[Any] = [column == value for column, value in equal.items() if value]
    if search.since:
        found.append(AUDIT.c.time >= search.since.timestamp())
    if search.until:
        found.append(AUDIT.c.time < search.until.timestamp())
    if before is not None:
        found.append(AUDIT.c.seq < before)
    return found


def _record(row: Any) -> AuditRecord:
    kept = dict(row._mapping)
    del kept["seq"]
    return AuditRecord(moment=datetime.fromtimestamp(kept.pop("time"), UTC), **kept)
