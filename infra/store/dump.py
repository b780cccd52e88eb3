"""The store as one SQLite file and back: the same dump for both databases."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Table, delete, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import SQLModel

from infra.restored_access import CARRIED, carrying_over
from infra.store.base import StorePart
from infra.store.database import Database
from infra.store.migrate import migrate
from infra.store.tables import DEAD_LETTERS, PEOPLE, upsert
from models.errors import Mistake

_CHUNK = 500
#: Numbers that a database counts by itself, beside the table they are counted in.
_COUNTED = {"outbox": "seq", "waiting_decisions": "seq", "audit": "seq"}


class DumpPart(StorePart):
    """Writes the store to a file, and fills it from one."""

    async def dump(self, file: Path) -> None:
        """Everything in the store, as of one moment, in a new file that only its owner reads.

        On SQLite also the embedded log, where it is in the same file. Raises TryAgain.
        """
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        if source := self._database.file:
            await asyncio.to_thread(_copy, source, file)
            return
        target = Database(f"sqlite:///{file}")
        try:
            async with target.writing() as there, self._database.reading(long=True) as here:
                await there.run_sync(migrate)
                for table in _tables():
                    async for rows in _chunks(here, table):
                        await there.execute(insert(table), rows)
        finally:
            await target.close()

    async def fill(self, file: Path) -> None:
        """Put a dump in the place of everything in the store: all of it or nothing.

        What only the present store knows of people, and of who may enter, stays. For PostgreSQL.
        Raises TryAgain.
        """
        source = Database(f"sqlite:///{file}")
        try:
            async with source.reading() as there, self._database.writing(long=True) as here:
                kept = [rows async for rows in _chunks(here, PEOPLE)]
                dropped = await here.execute(
                    select(DEAD_LETTERS).where(DEAD_LETTERS.c.status == "dropped")
                )
                letters = [dict(row) for row in dropped.mappings()]
                for name in CARRIED:
                    kept_as = f"CREATE TEMP TABLE kept_{name} ON COMMIT DROP AS TABLE {name}"
                    await here.execute(text(kept_as))
                for table in reversed(_tables()):
                    await here.execute(delete(table))
                for table in _tables():
                    async for rows in _chunks(there, table):
                        await here.execute(insert(table), rows)
                    await _count_on(here, table)
                for rows in kept:
                    await upsert(here, PEOPLE, rows)
                await upsert(here, DEAD_LETTERS, letters)
                for statement in carrying_over("kept_", ""):
                    await here.execute(text(statement))
        finally:
            await source.close()


def check_backup(file: Path) -> None:
    """Raise Mistake where a file is no whole dump of a store."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            [verdict] = opened.execute("PRAGMA integrity_check(1)").fetchone()
            names = {n for (n,) in opened.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error as error:
        raise Mistake("backup_unreadable", file=str(file), error=str(error)) from None
    if verdict != "ok":
        raise Mistake("backup_damaged", file=str(file), verdict=str(verdict))
    if not {"alembic_version", "inbox", "people"} <= names:
        raise Mistake("backup_of_others", file=str(file))


def _copy(source: Path, file: Path) -> None:
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(file)) as there:
        here.backup(there)
        # One file, without a write-ahead log that would be left behind when it is moved.
        there.execute("PRAGMA journal_mode = DELETE")


def _tables() -> list[Table]:
    return list(SQLModel.metadata.sorted_tables)


async def _chunks(connection: AsyncConnection, table: Table) -> AsyncIterator[list[Any]]:
    """The rows, some hundred at a time: plans are large."""
    found = await connection.stream(select(table).order_by(*table.primary_key))
    async for rows in found.mappings().partitions(_CHUNK):
        yield [dict(row) for row in rows]


async def _count_on(connection: AsyncConnection, table: Table) -> None:
    """PostgreSQL counts in sequences, which do not see numbers that are given."""
    column = _COUNTED.get(table.name)
    if column is None or connection.dialect.name != "postgresql":
        return
    highest = (await connection.execute(select(func.max(table.c[column])))).scalar_one()
    if highest is not None:
        await connection.execute(
            text("SELECT setval(pg_get_serial_sequence(:table, :column), :highest)"),
            {"table": table.name, "column": column, "highest": highest},
        )
