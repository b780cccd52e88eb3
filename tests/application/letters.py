"""Records that died on their way, for tests of dead letters."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from application.session import Session
from models.event_log import NewRecord
from models.facts import RequestStated
from service.wiring import Parts, opened
from tests import make
from tests.cli.stock import served, settings

Work = Callable[[Parts, Session], Awaitable[None]]
World = Callable[[Work], None]


def world_in(directory: Path) -> World:
    """Runs a test's work on a store and a log of its own."""

    def run(work: Work) -> None:
        async def in_world() -> None:
            async with opened(settings(directory / "pool.db"), now=lambda: make.NOW) as parts:
                await work(parts, parts.session("ops"))

        asyncio.run(in_world())

    return run


def spoilt(request_id: str = "R-1", **given: object) -> tuple[NewRecord, bytes]:
    """A record whose bytes were spoilt on their way, and what it ought to have held."""
    record = make.message(RequestStated(request=make.request(request_id, **given))).record()
    return replace(record, value=record.value.replace(b'"title"', b'"titel"')), record.value


async def died(parts: Parts, *records: NewRecord) -> list[str]:
    """Append, let the service take what it can, and say the ids of what died."""
    await parts.event_log.append(records)
    await served(parts)
    return [str(each.id) for each in await parts.store.dead_letters(status="new")]


async def put_aside(parts: Parts, *requests: str) -> list[NewRecord]:
    """Facts that anybody can read lie among the dead."""
    whole = [spoilt(each)[0] for each in requests]
    whole = [replace(r, value=r.value.replace(b'"titel"', b'"title"')) for r in whole]
    await parts.event_log.append([replace(r, topic=f"{r.topic}.dead") for r in whole])
    await served(parts)
    return whole


class Spoilt:
    """A log whose appends are another's."""

    def __init__(self, log: Any, append: Any) -> None:
        self._log, self.append = log, append

    def __getattr__(self, name: str) -> Any:
        return getattr(self._log, name)
