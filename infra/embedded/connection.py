"""One SQLite connection in one thread of its own, so that waiting for the disk blocks nobody."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from infra.embedded import tables
from infra.sqlite import damaged, may_pass
from models.errors import TryAgain

T = TypeVar("T")


class Connection:
    """Runs functions of an open connection, one after the other; opens at the first one."""

    def __init__(self, path: Path, *, busy_seconds: float, name: str) -> None:
        self._path = path
        self._busy_seconds = busy_seconds
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=f"log-{name}")
        self._open: sqlite3.Connection | None = None

    async def do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What `work` returns. Raises TryAgain where the file is away, locked or full."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    async def close(self) -> None:
        """Finish what was begun and close the file."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown(wait=False)

    def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            if self._open is None:
                self._open = self._connect()
            return work(self._open)
        except sqlite3.DatabaseError as error:
            if said := damaged(error, self._path):
                raise said from error
            if isinstance(error, sqlite3.OperationalError) and may_pass(error):
                raise TryAgain("file_busy", file=str(self._path), error=str(error)) from error
            raise

    def _connect(self) -> sqlite3.Connection:
        opened = sqlite3.connect(
            self._path,
            timeout=self._busy_seconds,
            isolation_level=None,  # transactions are said, never implied
            check_same_thread=False,  # the pool's one thread is the only user
        )
        try:
            opened.execute("PRAGMA journal_mode = WAL")
            # FULL: the write-ahead log is on the disk before a commit returns.
            opened.execute("PRAGMA synchronous = FULL")
            tables.create(opened)
        except BaseException:
            opened.close()
            raise
        return opened

    def _close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None
