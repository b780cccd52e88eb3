"""A store whose tables are made: copied, as every migration is run once and not for every test."""

import asyncio
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from sqlalchemy import Connection, inspect

from infra.store import upgrade
from infra.store.store import SqlStore


def make_empty_store(file: Path) -> None:
    """Write an SQLite file with all tables and no rows, where there is none yet."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_template())


@contextmanager
def tables_at_once() -> Iterator[None]:
    """Whoever opens an SQLite file without tables in here makes them all in one go."""
    by_revisions, at_once = upgrade.upgrade, _tables()

    def made(connection: Connection) -> None:
        if connection.dialect.name != "sqlite" or inspect(connection).get_table_names():
            by_revisions(connection)
            return
        for statement in at_once:
            connection.exec_driver_sql(statement)

    with patch.object(upgrade, "upgrade", made):
        yield


@cache
def _tables() -> tuple[str, ...]:
    """The statements that make what the migrations make, one after the other."""
    with TemporaryDirectory() as directory:
        make_empty_store(file := Path(directory) / "pool.db")
        with closing(sqlite3.connect(file)) as connection:
            return tuple(connection.iterdump())[1:-1]  # without its own transaction


@cache
def _template() -> bytes:
    async def migrated(file: Path) -> None:
        store = SqlStore(f"sqlite:///{file}")
        await store.open()
        await store.close()

    with TemporaryDirectory() as directory, ThreadPoolExecutor() as threads:
        file = Path(directory) / "pool.db"
        # In a thread: the caller may be inside of an event loop.
        threads.submit(lambda: asyncio.run(migrated(file))).result()
        return file.read_bytes()
