"""backup -> store, then the log from its beginning: everything acknowledged is there again.

The order matters, and only a stopped service lets us keep it: first what people stated (with the
matches set aside, so that facts of later times do not touch them as they were), then the matches
as matches.v1 tells of them, then the decisions, which speak of matches.
"""

import asyncio
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from consumers.dead_letters import dead_letters_consumer
from consumers.ingest import ingest_consumer
from consumers.restore import restore_consumer
from infra.embedded.file_replacement import Aside, in_use
from infra.embedded.file_replacement import replace as put_in_place
from infra.embedded.single_instance import only_restore, only_service
from infra.file_permissions import noted_erasures
from infra.settings import Settings
from infra.store import SqlStore
from infra.store.dump import check_backup
from infra.store.engine import database_url
from models.errors import Damaged, TryAgain
from models.event_log import Consumer, EventLog
from models.facts import DecisionMade
from models.ids import PoolId, TalentId
from service.wiring import Parts, make_log, opened

_LOOK = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore came to."""

    applied: int  #: facts that the log knew and the backup did not
    confirmed: int
    waiting: int  #: decisions whose match nobody has told of
    nameless: tuple[tuple[PoolId, TalentId], ...]  #: in no people table, and not erased
    aside: Aside | None  #: where the file in place was put, if it is not continued


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
        before = await parts.store.counts()
        await take_again(parts)
        await parts.store.end_restore()
        after = await parts.store.counts()
        pools = await parts.store.pools()
        matches = [m for pool in pools for m in await parts.store.matches(pool, live_only=True)]
        nameless = await _nameless(parts, pools)
        return Restored(
            applied=after["applied"] - before["applied"],
            confirmed=sum(match.state == "confirmed" for match in matches),
            waiting=len(await parts.store.waiting()),
            nameless=nameless,
            aside=aside,
        )


async def _nameless(parts: Parts, pools: Sequence[PoolId]) -> tuple[tuple[PoolId, TalentId], ...]:
    known = set(await parts.store.erasures())
    for pool in pools:
        known |= {(pool, person.talent_id) for person in await parts.store.people(pool)}
    talents = [(pool, t.talent_id) for pool in pools for t in await parts.store.talents(pool)]
    return tuple(each for each in talents if each not in known)


async def take_again(parts: Parts) -> None:
    """Every topic from its beginning, in the order in which one stands on the other."""
    ingest, letters = ingest_consumer(parts.store), dead_letters_consumer(parts.store)
    memory = await parts.store.set_matches_aside()
    recall = restore_consumer(memory.remember)
    for consumer in (ingest, recall, letters):
        await parts.event_log.rewind(consumer.group, consumer.topics)
    stated = tuple(topic for topic in ingest.topics if topic != DecisionMade.topic)
    # What people stated comes before the matches it was about: months turn only afterwards.
    parts.store.follows_months = False
    for consumer in (replace(ingest, topics=stated), recall):
        await _taken(parts.event_log, consumer)
    await parts.store.rebuild_matches(memory)
    parts.store.follows_months = True
    for consumer in (replace(ingest, topics=(DecisionMade.topic,)), letters):
        await _taken(parts.event_log, consumer)


async def _taken(event_log: EventLog, consumer: Consumer) -> None:
    """Run one consumer until it has taken everything there is."""
    run = asyncio.create_task(event_log.run([consumer]))
    try:
        while await event_log.lag(consumer.group, consumer.topics):
            if run.done():
                run.result()
            await asyncio.sleep(_LOOK)
    finally:
        run.cancel()
        with suppress(asyncio.CancelledError):
            await run


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
