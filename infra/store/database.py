"""One engine, two ways in: `reading` and `writing`; a database that is away becomes TryAgain."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.ext.asyncio import AsyncConnection

from infra.sqlite import damaged
from infra.store import engine
from infra.store.reads.look import Look, Value, digits
from infra.store.transient_errors import may_pass
from models.errors import TryAgain

#: One statement of a migration or of a dump: a large store has many rows to write anew.
_LONG_SECONDS = 1800.0


class Database:
    """The database behind the store."""

    def __init__(self, url: str, *, seconds: float = engine.STATEMENT_SECONDS) -> None:
        self.url: URL = engine.database_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._engine = engine.make_engine(self.url, seconds)
        # In SQLite every read transaction sees one moment; PostgreSQL has to be asked.
        self._reading = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}

    @property
    def file(self) -> Path | None:
        """The file of an SQLite database."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    @asynccontextmanager
    async def reading(self, *, long: bool = False) -> AsyncIterator[AsyncConnection]:
        """A transaction in which every statement sees the same moment. Raises TryAgain.

        A `long` one has half an hour for each statement and each pause.
        """
        with self._patience():
            async with self._engine.connect() as connection:
                await connection.execution_options(begin="BEGIN", **self._reading)
                async with connection.begin(), self._lifted(connection, long):
                    yield connection

    @asynccontextmanager
    async def looking(self) -> AsyncIterator[Look]:
        """The same, asked in plain SQL. Raises TryAgain."""
        async with self.reading() as connection:
            yield _ConnectionLook(connection, is_sqlite=self.is_sqlite)

    @asynccontextmanager
    async def writing(self, *, long: bool = False) -> AsyncIterator[AsyncConnection]:
        """A transaction that commits at its end, or not at all. Raises TryAgain.

        A `long` one has half an hour for each statement and each pause.
        """
        with self._patience():
            async with self._engine.connect() as connection:
                # A read lock that wants to become a write lock cannot wait: SQLite refuses it at
                # once. So a writer takes the write lock first, and waits for it.
                await connection.execution_options(begin="BEGIN IMMEDIATE")
                async with connection.begin(), self._lifted(connection, long):
                    yield connection

    @asynccontextmanager
    async def _lifted(self, connection: AsyncConnection, long: bool) -> AsyncIterator[None]:
        """The limits of the session, for this transaction."""
        if self.is_sqlite or not long:
            yield
            return
        from infra.store.postgres_session import Session  # noqa: PLC0415  # as in the engine

        session = (await connection.get_raw_connection()).driver_connection
        assert isinstance(session, Session)
        with session.patient(_LONG_SECONDS):
            for limit in ("statement_timeout", "idle_in_transaction_session_timeout"):
                await connection.exec_driver_sql(f"SET LOCAL {limit} = '{_LONG_SECONDS:.0f}s'")
            yield

    async def prepare(self) -> None:
        """Once, before anything else: an SQLite file lets its readers read beside a writer (WAL).

        Raises TryAgain.
        """
        deadline = time.monotonic() + engine.BUSY_SECONDS
        while self.is_sqlite:
            try:
                async with self.between_transactions() as connection:
                    await connection.exec_driver_sql("PRAGMA journal_mode = WAL")
                return
            except TryAgain:
                # While another process does the same, SQLite refuses at once instead of waiting.
                if time.monotonic() > deadline:
                    raise
                await asyncio.sleep(0.01)

    @asynccontextmanager
    async def between_transactions(self) -> AsyncIterator[AsyncConnection]:
        """SQLite only: statements that refuse to run in a transaction. Raises TryAgain."""
        with self._patience():
            async with self._engine.connect() as connection:
                yield await connection.execution_options(begin="")

    async def rewrite(self, tables: Sequence[str]) -> None:
        """PostgreSQL only: write these tables anew, without what was deleted. Raises TryAgain."""
        with self._patience():
            async with self._engine.connect() as connection:
                await connection.execution_options(isolation_level="AUTOCOMMIT", begin="")
                for table in tables:
                    await connection.exec_driver_sql(f"VACUUM FULL {table}")

    async def close(self) -> None:
        """Let every connection go."""
        await self._engine.dispose()

    @contextmanager
    def _patience(self) -> Iterator[None]:
        try:
            yield
        except NoneFree:
            raise TryAgain("database_slow") from None
        except DBAPIError as error:
            if said := damaged(error.orig, self.file):
                raise said from error
            if may_pass(error):
                # The driver's own sentence: hosts and locks, no statement and no values.
                sentence = str(error.orig).strip().partition("\n")[0][:200]
                raise TryAgain("database_away", error=sentence) from error
            raise


class _ConnectionLook:
    def __init__(self, connection: AsyncConnection, *, is_sqlite: bool) -> None:
        self._connection = connection
        self._is_sqlite = is_sqlite

    async def rows(self, statement: str, **values: Value) -> Sequence[Any]:
        given = digits(values) if self._is_sqlite else values
        return (await self._connection.execute(text(statement), given)).all()
