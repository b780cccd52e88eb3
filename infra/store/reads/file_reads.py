"""The same questions to an SQLite file, by the driver of the standard library alone.

To load the toolkit that writes takes longer than all that a page reads.
"""

import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from infra import sqlite
from infra.store.migrations import newest
from infra.store.reads.every import EveryRead
from infra.store.reads.look import Look, Value, digits
from models.errors import TryAgain

#: How long a reader waits where a writer is just closing the file.
_BUSY_SECONDS = 5


class FileReads(EveryRead):
    """The reads of one file; one caller at a time."""

    def __init__(
        self, connection: sqlite3.Connection, file: Path, now: Callable[[], datetime]
    ) -> None:
        self._connection = connection
        self._file = file
        self._now = now

    @classmethod
    def of(cls, url: str, now: Callable[[], datetime]) -> "FileReads | None":
        """None where it is no file, or one whose tables are not those of this version.

        The store, which can mend that, then says what is wrong.
        """
        scheme, _, path = url.partition(":///")
        if scheme != "sqlite" or "?" in path:
            return None
        file = Path(path)
        with suppress(sqlite3.Error):
            connection = sqlite3.connect(
                f"{file.absolute().as_uri()}?mode=rw",
                uri=True,
                timeout=_BUSY_SECONDS,
                isolation_level=None,
            )
            with suppress(sqlite3.Error):
                found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
                if found == (newest(),):
                    connection.execute("PRAGMA query_only = ON")
                    connection.row_factory = _named
                    return cls(connection, file, now)
            connection.close()
        return None

    async def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    @asynccontextmanager
    async def _looking(self) -> AsyncIterator[Look]:
        try:
            self._connection.execute("BEGIN")
            try:
                yield _FileLook(self._connection)
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            if said := sqlite.damaged(error, self._file):
                raise said from error
            if sqlite.may_pass(error):
                raise TryAgain("database_away", error=str(error)) from error
            raise


class _FileLook:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def rows(self, statement: str, **values: Value) -> Sequence[Any]:
        """Not beside the event loop: who asks has nothing else to do, and a file soon answers."""
        return self._connection.execute(statement, digits(values)).fetchall()


def _named(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> SimpleNamespace:
    names = (column for column, *_ in cursor.description)
    return SimpleNamespace(**dict(zip(names, row, strict=True)))
