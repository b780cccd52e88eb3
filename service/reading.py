"""The outside world of those who only look: the store alone, so that the log may be away."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from application.ports import Reads
from infra.file_permissions import keep_private
from infra.settings import Settings
from infra.store.reads.file_reads import FileReads
from service.office_time import Clock


@asynccontextmanager
async def opened_reads(settings: Settings, now: Clock) -> AsyncIterator[Reads]:
    """A file whose tables are of this version is read as it is; else the store is opened."""
    keep_private(settings.embedded_file)
    if reads := FileReads.of(settings.database, now):
        try:
            await reads.look_whole()
            yield reads
        finally:
            await reads.close()
        return
    # Loads what the store needs to write: for PostgreSQL, and for tables that have to be made.
    from infra.store.store import SqlStore  # noqa: PLC0415

    store = SqlStore(settings.database, now=now, seconds=settings.database_seconds)
    try:
        await store.open()
        await store.look_whole()
        yield store
    finally:
        await store.close()
