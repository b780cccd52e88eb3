"""The audit record, searched: by time, actor, action, pool, object and outcome, page by page."""

from dataclasses import dataclass

from application.ports import Audit
from models.audit import AuditRecord, AuditSearch, Cursor


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """Lines from the newest back; `older` asks for the next page, None where this is the last."""

    records: tuple[AuditRecord, ...]
    older: Cursor | None


async def audit_page(
    audit: Audit, search: AuditSearch, *, before: Cursor | None = None, limit: int = 100
) -> AuditPage:
    """At most `limit` lines that were added before the cursor. Raises TryAgain."""
    found = await audit.audit(search, before=before, limit=limit + 1)
    page = found[:limit]
    return AuditPage(
        records=tuple(record for _, record in page),
        older=page[-1][0] if len(found) > limit else None,
    )
