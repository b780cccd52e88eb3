"""Opening: the tables from nothing, again, by several at once; and a database that is away."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlmodel import SQLModel

from infra.store import engine, upgrade
from infra.store.migrations import newest
from infra.store.store import SqlStore
from infra.store.upgrade import config
from models.errors import Mistake, TryAgain
from models.event_log import NewRecord
from models.ids import PoolId, RequestId
from tests import make
from tests.infra.store import given
from tests.real.server import free_port
from tests.saying import refused

OpenStore = Callable[[], Awaitable[SqlStore]]


async def test_the_migrations_make_exactly_the_tables_of_the_rows(store: SqlStore) -> None:
    def differences(connection: Connection) -> object:
        return compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)

    async with store._database.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_opening_again_keeps_everything(open_store: OpenStore) -> None:
    store = await open_store()
    await given.ingest(store, make.request("R-1"))

    await store.open()
    other = await open_store()

    assert await other.request(PoolId("20"), RequestId("R-1"))
    assert other.outbox_ready.is_set()


async def test_a_closed_store_can_be_opened_again(store: SqlStore) -> None:
    await store.close()

    await store.open()

    assert await store.pools() == ()


async def test_several_may_open_an_empty_database_at_once(url: str) -> None:
    stores = [SqlStore(url) for _ in range(6)]

    await asyncio.gather(*(store.open() for store in stores))

    await given.ingest(stores[0], make.request("R-1"))
    assert all([await store.request(PoolId("20"), RequestId("R-1")) for store in stores])
    for store in stores:
        await store.close()


async def test_the_tables_of_the_event_log_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "pool.db"
    log = sqlite3.connect(file)
    log.execute("CREATE TABLE log_records (id INTEGER PRIMARY KEY, value TEXT)")
    log.execute("INSERT INTO log_records VALUES (1, 'kept')")
    log.commit()
    store = SqlStore(f"sqlite:///{file}")

    await store.open()
    await store.open()

    assert log.execute("SELECT value FROM log_records").fetchall() == [("kept",)]
    await store.close()
    log.close()


async def test_ping_names_the_database_and_its_version(store: SqlStore, url: str) -> None:
    said = await store.ping()

    assert "\n" not in said
    if url.startswith("sqlite"):
        assert said == f"SQLite {sqlite3.sqlite_version}, {url.removeprefix('sqlite:///')}"
    else:
        assert said.startswith("PostgreSQL 1")


async def test_the_file_keeps_what_it_acknowledges(tmp_path: Path) -> None:
    store = SqlStore(f"sqlite:///{tmp_path / 'pool.db'}")
    await store.open()

    async with store._database.writing() as connection:
        found = {
            pragma: (await connection.exec_driver_sql(f"PRAGMA {pragma}")).scalar_one()
            for pragma in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }
    await store.close()


async def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    store = SqlStore(f"sqlite:///{tmp_path / 'var' / 'new' / 'pool.db'}")

    await store.open()

    assert await store.pools() == ()
    await store.close()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mysql://localhost/pool",
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql://u:secret@h:none/x",
    ],
)
def test_another_database_is_a_mistake_that_names_no_password(text: str) -> None:
    with pytest.raises(Mistake) as raised:
        SqlStore(text)

    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "driver"),
    [
        ("sqlite:///a.db", "sqlite+aiosqlite"),
        ("sqlite+aiosqlite:///a.db", "sqlite+aiosqlite"),
        ("postgres://u@h/d", "postgresql+psycopg"),
        ("postgresql://u@h/d", "postgresql+psycopg"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg"),
    ],
)
def test_plain_addresses_get_our_drivers(text: str, driver: str) -> None:
    assert engine.database_url(text).drivername == driver


async def test_a_postgresql_that_is_away_is_try_again_without_the_password() -> None:
    store = SqlStore(f"postgresql://pool:secret@127.0.0.1:{free_port()}/pool")

    for call in (store.open(), store.ping(), store.pools(), given.ingest(store, make.request())):
        with pytest.raises(TryAgain) as raised:
            await call
        assert "secret" not in str(raised.value)
    await store.close()


@pytest.mark.kafka
async def test_a_postgresql_that_goes_away_is_try_again_until_it_is_back(
    postgres_url: str,
) -> None:
    store = SqlStore(postgres_url)
    await store.open()

    async def lose_the_connection() -> None:
        async with store._database.writing() as connection:
            pid = (await connection.exec_driver_sql("SELECT pg_backend_pid()")).scalar_one()
            async with store._database.writing() as other:
                await other.exec_driver_sql(f"SELECT pg_terminate_backend({pid})")
            await connection.exec_driver_sql("SELECT 1")

    with pytest.raises(TryAgain):
        await lose_the_connection()

    await given.ingest(store, make.request("R-1"))
    assert await store.pools() == ("20",)
    await store.close()


async def test_a_file_that_cannot_be_opened_is_try_again(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = SqlStore(f"sqlite:///{tmp_path / 'file' / 'pool.db'}")

    with pytest.raises(TryAgain):
        await store.open()
    with pytest.raises(TryAgain):
        await store.ping()
    await store.close()


async def test_a_locked_file_is_try_again_and_then_nothing_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    file = tmp_path / "pool.db"
    store = SqlStore(f"sqlite:///{file}")
    await store.open()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with refused(TryAgain, match="locked"):
        await given.ingest(store, make.request("R-1"))
    assert await store.pools() == ()
    other.execute("ROLLBACK")
    await given.ingest(store, make.request("R-1"))

    assert await store.pools() == ("20",)
    await store.close()
    other.close()


async def test_a_reader_does_not_wait_for_a_writer(store: SqlStore) -> None:
    await given.ingest(store, make.request("R-1"))

    async with store._database.writing() as connection:
        await connection.exec_driver_sql("DELETE FROM requests")
        requests = await asyncio.wait_for(store.requests(PoolId("20")), 2)

    assert [r.request_id for r in requests] == ["R-1"]


async def test_a_missing_table_is_our_own_fault_and_not_try_again(url: str) -> None:
    store = SqlStore(url)

    with pytest.raises(Exception, match="pools") as raised:
        await store.pools()

    assert not isinstance(raised.value, TryAgain)
    await store.close()


async def test_errors_do_not_show_what_was_written(store: SqlStore) -> None:
    await given.ingest(store, make.request())
    async with store._database.writing() as connection:
        await connection.exec_driver_sql("DROP TABLE outbox")
    record = NewRecord(topic="canary-topic", key="canary-key", value=b"canary-value")

    with pytest.raises(Exception, match="outbox") as raised:
        await given.commit(store, outbox=[record])

    assert "canary" not in str(raised.value)


def test_the_newest_revision_is_known_without_alembic(tmp_path: Path) -> None:
    async def head() -> str | None:
        store = SqlStore(f"sqlite:///{tmp_path / 'pool.db'}")
        async with store._database.reading() as connection:
            found = await connection.run_sync(lambda c: ScriptDirectory.from_config(config(c)))
        await store.close()
        return found.get_current_head()

    assert newest() == asyncio.run(head())


async def test_a_store_that_is_new_enough_is_not_upgraded(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade, "upgrade", None)

    await store.open()
