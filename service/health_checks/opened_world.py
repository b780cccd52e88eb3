"""Store and log as settings name them: opened when a check first needs them, never made."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from infra.settings import Settings
from infra.store.engine import database_url
from infra.store.store import SqlStore
from models.event_log import EventLog
from service.office_time import Clock
from service.wiring import make_log

T = TypeVar("T")

#: Seconds that what waits may take to become less, before it is called too much.
PATIENCE = 3.0


@dataclass(kw_only=True)
class OpenedWorld:
    """What the checks share."""

    settings: Settings
    now: Clock
    _opened: list[SqlStore | EventLog] = field(default_factory=list)

    async def close(self) -> None:
        """Let go of everything that was opened."""
        for each in self._opened:
            await each.close()

    @cached_property
    def store(self) -> SqlStore:
        """The store; its tables are left as they are."""
        store = SqlStore(self.settings.database)
        self._opened.append(store)
        return store

    @cached_property
    def event_log(self) -> EventLog:
        """The log; its topics are left as they are."""
        event_log = make_log(self.settings)
        self._opened.append(event_log)
        return event_log

    @property
    def no_store(self) -> bool:
        """The store is a file that is still to be made."""
        database = database_url(self.settings.database)
        return (
            database.get_backend_name() == "sqlite" and not Path(database.database or "").exists()
        )

    @property
    def no_log(self) -> bool:
        """The log is a file that is still to be made."""
        return not self.settings.kafka and not self.settings.embedded_file.exists()


async def watched(look: Callable[[], Awaitable[T]], is_fine: Callable[[T], bool]) -> T:
    """What is seen as soon as it is fine, or at the end of our patience."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + PATIENCE
    seen = await look()
    while not is_fine(seen) and loop.time() < deadline:
        await asyncio.sleep(0.1)
        seen = await look()
    return seen
