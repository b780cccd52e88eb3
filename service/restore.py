"""backup -> store: the files and locks around a restore; the log is taken again by the use case."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from application.commands.restore import Restored, finish_restore
from consumers.ingest import ingest_consumer
from infra.embedded.file_replacement import in_use
from infra.embedded.file_replacement import replace as put_in_place
from infra.embedded.single_instance import only_restore, only_service
from infra.file_permissions import noted_erasures
from infra.settings import Settings
from infra.store.dump import check_backup
from infra.store.engine import database_url
from infra.store.store import SqlStore
from models.errors import Damaged, TryAgain
from models.ids import PoolId, TalentId
from models.put_aside import Aside
from service.wiring import make_log, opened


async def backup(settings: Settings, file: Path) -> None:
    """The whole store in one file; the service may run. Raises TryAgain."""
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    store = SqlStore(settings.database)
    try:
        await store.open()
        await store.look_whole()
        await store.dump(part)
        await asyncio.to_thread(check_backup, part)
        os.replace(part, file)
    finally:
        part.unlink(missing_ok=True)
        await store.close()


async def restore(settings: Settings, file: Path) -> Restored:
    """Put a backup in the place of the store, and take the log again from its beginning.

    Raises Mistake where a service or another restore runs, others have the file in place open, or
    the file is no backup; then nothing is changed.
    """
    await asyncio.to_thread(check_backup, file)
    copy = _beside(settings)
    with only_restore(settings.embedded_file):
        return await _restore(settings, file, copy)


async def _restore(settings: Settings, file: Path, beside: Path) -> Restored:
    await _rewind(settings)
    with _copied(file, beside) as copy:
        await _bring_up_to_date(copy, await _erased(settings))
        aside = await _put_in_place(settings, copy)
    async with opened(settings, halfway=True) as parts:
        done = await finish_restore(parts.store, parts.event_log)
    return replace(done, aside=aside)


async def _rewind(settings: Settings) -> None:
    """First of all, as only a log that nobody consumes lets itself be rewound."""
    if not settings.kafka:
        with only_service(settings.embedded_file):
            return  # it is carried over first, and rewound then
    event_log = make_log(settings)
    try:
        ingest = ingest_consumer(SqlStore(settings.database))
        await event_log.rewind(ingest.group, ingest.topics)
    finally:
        await event_log.close()


def _beside(settings: Settings) -> Path:
    """Where a copy lies on the disk of the store, or of the log."""
    file = settings.embedded_file
    file.parent.mkdir(parents=True, exist_ok=True)
    return file.with_name(f"{file.name}.restoring")


@contextmanager
def _copied(file: Path, copy: Path) -> Iterator[Path]:
    """The backup itself stays as it is: what is migrated and moved is a copy."""
    beside = [copy.with_name(copy.name + end) for end in ("", "-wal", "-shm")]
    try:
        for each in beside:
            each.unlink(missing_ok=True)
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        shutil.copyfile(file, copy)
        yield copy
    finally:
        for each in beside:
            each.unlink(missing_ok=True)


async def _erased(settings: Settings) -> set[tuple[PoolId, TalentId]]:
    """Who was erased, as the store in place and the note beside it know."""
    noted = noted_erasures(settings.embedded_file)
    erased = {(PoolId(pool_id), TalentId(talent_id)) for pool_id, talent_id in noted}
    url = database_url(settings.database)
    if url.get_backend_name() == "sqlite" and not settings.embedded_file.exists():
        return erased
    store = SqlStore(settings.database)
    try:
        await store.open()
        return erased | set(await store.erasures())
    except (Damaged, DatabaseError):
        return erased  # what cannot be read is put aside later, and said
    except TryAgain as error:  # who was erased is not known: the names would come back
        if url.get_backend_name() == "sqlite":
            raise in_use(settings.embedded_file, getattr(error.__cause__, "orig", None)) from error
        raise
    finally:
        await store.close()


async def _bring_up_to_date(copy: Path, erased: set[tuple[PoolId, TalentId]]) -> None:
    """The newest tables, and nobody in them who was erased since the backup."""
    store = SqlStore(f"sqlite:///{copy}")
    try:
        await store.open()
        for pool_id, talent_id in sorted(erased | set(await store.erasures())):
            await store.erase(pool_id, talent_id)
        # It goes into the place of the store with the backup, and out with the last decision.
        await store.begin_restore()
    finally:
        await store.close()


async def _put_in_place(settings: Settings, copy: Path) -> Aside | None:
    url = database_url(settings.database)
    if url.get_backend_name() == "sqlite":
        place = Path(url.database or "")
        with only_service(place) if not settings.kafka else nullcontext():
            return await asyncio.to_thread(put_in_place, place, copy)
    store = SqlStore(settings.database)
    try:
        await store.open()
        await store.fill(copy)
    finally:
        await store.close()
    return None
