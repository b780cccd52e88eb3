"""Files that are read as they are, and those that the store has to open."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from infra.store.reads.file_reads import FileReads
from infra.store.store import SqlStore
from models.errors import Damaged, Mistake, TryAgain
from models.ids import PoolId
from tests import make
from tests.empty_store import make_empty_store
from tests.infra.store import given
from tests.saying import refused


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "pool.db"
    make_empty_store(file)
    return file


@pytest.fixture
async def store(file: Path) -> AsyncIterator[SqlStore]:
    store = SqlStore(f"sqlite:///{file}", now=lambda: make.NOW)
    await store.open()
    yield store
    await store.close()


def reads(file: Path) -> FileReads | None:
    return FileReads.of(f"sqlite:///{file}", lambda: make.NOW)


def change(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)


async def test_a_reader_sees_what_was_committed_meanwhile(file: Path, store: SqlStore) -> None:
    looking = reads(file)
    assert looking
    assert await looking.pools() == ()

    await given.ingest(store, make.request("R-1"))

    assert await looking.pools() == (PoolId("20"),)
    await looking.close()


async def test_a_dead_letter_is_the_same_with_all_its_bytes(file: Path, store: SqlStore) -> None:
    await store.ingest([], [given.unreadable()])
    looking = reads(file)
    assert looking

    [letter] = await looking.dead_letters(reason=(await store.dead_letters())[0].reason)

    assert letter == (await store.dead_letters())[0]
    assert await looking.dead_letter(letter.id) == await store.dead_letter(letter.id)
    assert await looking.dead_letters(status="dropped") == []
    await looking.close()


async def test_a_reader_cannot_write(file: Path) -> None:
    looking = reads(file)
    assert looking

    with pytest.raises(TryAgain):  # SQLite calls it read-only
        await looking._rows("DELETE FROM alembic_version")

    await looking.close()


@pytest.mark.parametrize("revision", ["0001", "9999"])
def test_tables_of_another_version_are_for_the_store(file: Path, revision: str) -> None:
    change(file, f"UPDATE alembic_version SET version_num = '{revision}'")

    assert reads(file) is None


def test_what_is_no_store_is_for_the_store_to_say(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database, but long enough to be looked at" * 30)

    assert reads(tmp_path / "text.db") is None
    assert reads(tmp_path / "nowhere.db") is None
    assert not (tmp_path / "nowhere.db").exists()
    assert FileReads.of("postgresql://somewhere/name", lambda: make.NOW) is None


async def test_a_store_that_is_half_restored_serves_nobody(file: Path, store: SqlStore) -> None:
    await store.begin_restore()
    looking = reads(file)
    assert looking

    with refused(Mistake, "復元"):
        await looking.look_whole()

    await looking.close()


def spoil(file: Path) -> None:
    """Only its first page is left: what it says is there cannot be read."""
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))


async def test_a_file_that_is_damaged_while_it_is_read_is_said_so(file: Path) -> None:
    looking = reads(file)
    assert looking
    spoil(file)

    with pytest.raises(Damaged):
        await looking.requests(PoolId("20"))

    await looking.close()
