"""Dead letters that are kept: what died where and why, and the record for a replay."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from infra.store.reads.look import ReadPart, uuid_in
from infra.store.reason_columns import dropped, why
from infra.store.record_rows import from_row
from models.ids import PoolId
from models.ingest import DeadLetter, DeadLetterSummary

#: All but the bytes.
_SHOWN = (
    'id, topic, partition, "offset", pool_id, reason, detail, correlation_id, status, replays,'
    " dropped, missing, kept"
)


class DeadLetterReads(ReadPart):
    """Answers about what could not be taken."""

    async def dead_letters(
        self,
        status: str | None = None,
        pool: PoolId | None = None,
        reason: str | None = None,
    ) -> Sequence[DeadLetterSummary]:
        """What died where and why, without the bytes; `status` is new or replayed.

        `reason`: a code; those of `written_by_newer_version` may be replayed after an upgrade.
        """
        asked = {"status": status, "pool_id": pool, "reason": reason}
        given = {name: value for name, value in asked.items() if value is not None}
        where = " AND ".join(["1 = 1", *(f"{name} = :{name}" for name in given)])
        found = await self._rows(
            f"SELECT {_SHOWN} FROM dead_letters WHERE {where}"  # noqa: S608
            ' ORDER BY topic, partition, "offset"',
            **given,
        )
        return [_summary(row) for row in found]

    async def dead_letter(self, letter: UUID) -> DeadLetter | None:
        """One dead letter with the record as it was first appended; None where there is none."""
        found = await self._rows("SELECT * FROM dead_letters WHERE id = :letter", letter=letter)
        if not found:
            return None
        return DeadLetter(summary=_summary(found[0]), original=from_row(found[0]))


def _summary(row: Any) -> DeadLetterSummary:
    return DeadLetterSummary(
        id=uuid_in(row.id),
        topic=row.topic,
        partition=row.partition,
        offset=row.offset,
        pool_id=row.pool_id,
        why=why(row.reason, row.detail),
        correlation_id=row.correlation_id and uuid_in(row.correlation_id),
        status=row.status,
        replays=row.replays,
        dropped=dropped(row.dropped),
        missing=row.missing,
        kept_at=None if row.kept is None else datetime.fromtimestamp(row.kept, UTC),
    )
