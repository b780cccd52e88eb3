"""A small pool with a plan: one line served, one too large for the people there are."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from infra.settings import Settings
from models.entities import Person
from models.event_log import NewRecord
from models.ids import PoolId
from models.months import window
from models.pool_settings import PoolSettings
from service.running.service import Service
from service.wiring import Parts, opened
from tests import make
from tests.empty_store import make_empty_store

SERVED = "R-SAKU"
UNMET = "R-MATSUMOTO"
TALENT = "T-1"
NAME = "見本 花子"
MONTHS = window(make.FIRST, 6)


async def fill(database: Path) -> None:
    """State two requests, a talent and its name, and plan them with the real service."""
    async with opened(settings(database), now=lambda: make.NOW) as parts:
        desk = parts.desk
        await desk.configure(PoolId("20"), PoolSettings(release_at_once=True))
        await desk.configure(PoolId("15"), PoolSettings())
        person = Person(pool_id="20", talent_id=TALENT, name=NAME, mail="hanako@example.invalid")
        await desk.post_talent(make.talent(TALENT, skills={"業務改革": 3}, sample=True), person)
        await desk.post_request(
            make.request(SERVED, make.line(hours=make.hours(31, MONTHS)), urgency=3, sample=True)
        )
        await desk.post_request(
            make.request(
                UNMET,
                make.line(hours=make.hours(480, MONTHS)),
                municipalities=(make.MATSUMOTO,),
            )
        )
        await served(parts)


async def nothing_more() -> bool:
    """What is settled is enough."""
    return True


async def served(parts: Parts, until: Callable[[], Awaitable[bool]] = nothing_more) -> None:
    """Run the service until nothing is left to do, and what its calendar looks at is seen."""
    service = Service(parts)
    running = asyncio.create_task(service.run())
    try:
        async with asyncio.timeout(60):
            await service.settled()
            while not await until():  # noqa: ASYNC110  the store belongs to the service
                await asyncio.sleep(0.05)
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def appended(database: Path, *records: NewRecord) -> None:
    """Put records into the log and let the service take them."""
    async with opened(settings(database), now=lambda: make.NOW) as parts:
        await parts.event_log.append(records)
        await served(parts)


def settings(database: Path) -> Settings:
    """Of a store in this file, quick and quiet; its tables are made already."""
    make_empty_store(Path(database))
    return Settings(
        database=f"sqlite:///{database}",
        kafka="",
        solve_seconds=0.5,
        improve_seconds=0,
        log_level="error",
    )
