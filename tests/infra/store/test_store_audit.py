"""The audit record: lines are added, found by what they say, and read page by page."""

from datetime import timedelta
from typing import Any

from application.queries.audit import audit_page
from infra.store.store import SqlStore
from models.audit import AuditRecord, AuditSearch, Outcome
from tests import make


def record(minute: int = 0, **given: object) -> AuditRecord:
    fields = {"actor": "a-1", "action": "decide", "outcome": Outcome.DONE, "pool_id": "20"}
    return AuditRecord.model_validate(
        {"moment": make.NOW + timedelta(minutes=minute), **fields, **given}
    )


async def test_pages_follow_each_other_from_the_newest_back(store: SqlStore) -> None:
    for minute in range(5):
        await store.keep_audit(record(minute))

    first = await audit_page(store, AuditSearch(), limit=2)
    await store.keep_audit(record(9))  # while somebody reads
    second = await audit_page(store, AuditSearch(), limit=2, before=first.older)
    last = await audit_page(store, AuditSearch(), limit=2, before=second.older)

    moments = [each.moment for page in (first, second, last) for each in page.records]
    assert moments == [make.NOW + timedelta(minutes=m) for m in (4, 3, 2, 1, 0)]
    assert last.older is None


async def test_lines_are_found_by_what_they_say(store: SqlStore) -> None:
    await store.keep_audit(record(0))
    await store.keep_audit(record(1, actor="a-2", subject="M-1", outcome=Outcome.REFUSED))

    async def found(**search: Any) -> list[str | None]:
        page = await audit_page(store, AuditSearch(**search))
        return [each.actor for each in page.records]

    assert await found(actor="a-1") == ["a-1"]
    assert await found(subject="M-1") == ["a-2"]
    assert await found(outcome=Outcome.REFUSED, pool_id="20") == ["a-2"]
    assert await found(action="configure") == []
    assert await found(since=make.NOW + timedelta(minutes=1)) == ["a-2"]
    assert await found(until=make.NOW + timedelta(minutes=1)) == ["a-1"]
