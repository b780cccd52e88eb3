"""What every part of the store holds: the database, the clock, the bell of the outbox."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime

from infra.store.database import Database
from infra.store.engine import STATEMENT_SECONDS
from infra.store.reads.look import Look, ReadPart


def _utc_now() -> datetime:
    return datetime.now(UTC)


class StorePart(ReadPart):
    """One concern of the store; the parts share one database."""

    def __init__(
        self,
        url: str,
        *,
        now: Callable[[], datetime] = _utc_now,
        seconds: float = STATEMENT_SECONDS,
    ) -> None:
        """Keep the URL; connects to nothing yet. Raises Mistake for a URL of another database.

        `seconds`: how long one statement may take on PostgreSQL.
        """
        self._database = Database(url, seconds=seconds)
        self._now = now
        #: Whether facts turn the month of their pool; not while a restore takes them apart from
        #: the decisions that belong between them.
        self.follows_months = True
        #: Set after each commit of this process that wrote to the outbox. Other processes ring
        #: their own bell, so whoever waits here looks by itself from time to time.
        self.outbox_ready = asyncio.Event()

    def _looking(self) -> AbstractAsyncContextManager[Look]:
        return self._database.looking()
