"""The audit record as lines of CSV, from the newest back."""

import csv
import io
from collections.abc import AsyncGenerator, Sequence
from datetime import tzinfo

from application.ports import Audit
from application.queries.audit import audit_page
from models.audit import AuditSearch, Cursor

#: The same in every language: programs read it.
_COLUMNS = ("time", "actor", "role", "action", "page", "pool_id", "kind", "subject", "outcome")
#: Lines that are read at once.
_BATCH = 500


async def as_csv(
    audit: Audit, search: AuditSearch, zone: tzinfo | None
) -> AsyncGenerator[str, None]:
    """Every line that fits; begins with the mark by which spreadsheets know UTF-8."""
    yield "\ufeff" + _line(_COLUMNS)
    before: Cursor | None = None
    while True:
        page = await audit_page(audit, search, before=before, limit=_BATCH)
        for each in page.records:
            yield _line(
                (
                    each.moment.astimezone(zone).isoformat(),
                    each.actor,
                    each.role,
                    each.action,
                    each.page,
                    each.pool_id,
                    each.kind,
                    each.subject,
                    each.outcome.value,
                )
            )
        before = page.older
        if before is None:
            return


def _line(cells: Sequence[str]) -> str:
    sink = io.StringIO()
    csv.writer(sink).writerow(cells)
    return sink.getvalue()
