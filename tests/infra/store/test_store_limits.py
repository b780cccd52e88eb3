"""A PostgreSQL that is silent, locked, read-only or elsewhere is waited for, never for ever."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url

from infra.store.store import SqlStore
from models.errors import TryAgain
from tests import make
from tests.infra.store import given
from tests.real.wire import Wire
from tests.saying import refused

pytestmark = pytest.mark.kafka

SECONDS = 1.0
#: A statement, the margin for its answer, a rollback: enough for a busy machine, far from "ever".
ENDS_WITHIN = 30.0


@pytest.fixture
def wire(postgres_url: str) -> Iterator[Wire]:
    url = make_url(postgres_url)
    wire = Wire(f"{url.host}:{url.port or 5432}")
    yield wire
    wire.close()


@pytest.fixture
async def store(wire: Wire, postgres_url: str) -> AsyncIterator[SqlStore]:
    """A store behind the wire, with one request."""
    host, _, port = wire.address.partition(":")
    url = make_url(postgres_url).set(host=host, port=int(port))
    store = SqlStore(url.render_as_string(hide_password=False), seconds=SECONDS)
    await store.open()
    await given.ingest(store, make.request("R-1"))
    yield store
    wire.heal()
    await store.close()


@pytest.fixture
def admin(postgres_url: str) -> Iterator[psycopg.Connection]:
    """A session of somebody else on the same tables."""
    with psycopg.connect(postgres_url.replace("+psycopg", "", 1), autocommit=True) as connection:
        yield connection


@pytest.mark.parametrize("lost", [(), ("to_server",), ("to_client",)], ids=str)
async def test_a_server_that_says_nothing_is_try_again(
    store: SqlStore, wire: Wire, lost: Any
) -> None:
    wire.silence(*lost)

    async with asyncio.timeout(ENDS_WITHIN):
        with pytest.raises(TryAgain):
            await store.pools()

    wire.heal()
    assert await store.pools() == ("20",)


async def test_a_server_that_falls_silent_inside_a_transaction_is_try_again(
    store: SqlStore, wire: Wire
) -> None:
    async def begin_and_lose_the_wire() -> None:
        async with store._database.writing() as connection:
            await connection.exec_driver_sql("UPDATE pools SET version = version + 1")
            wire.silence()

    async with asyncio.timeout(ENDS_WITHIN):
        with refused(TryAgain, match="does not answer"):
            await begin_and_lose_the_wire()

    wire.heal()
    async with asyncio.timeout(ENDS_WITHIN):
        await _until_taken(store, "R-2")


async def test_a_cut_that_the_server_does_not_hear_of_holds_a_lock_no_longer_than_a_session(
    store: SqlStore, wire: Wire
) -> None:
    with suppress(TryAgain):
        async with store._database.writing() as connection:
            await connection.exec_driver_sql("UPDATE pools SET version = version + 1")
            wire.cut(told="client", refuse=False)
            await connection.exec_driver_sql("SELECT 1")

    async with asyncio.timeout(ENDS_WITHIN):
        await _until_taken(store, "R-2")


async def test_a_locked_table_is_try_again_while_it_lasts(
    store: SqlStore, admin: psycopg.Connection
) -> None:
    with admin.transaction():
        admin.execute("LOCK TABLE pools IN ACCESS EXCLUSIVE MODE")
        async with asyncio.timeout(ENDS_WITHIN):
            with refused(TryAgain, match="lock timeout"):
                await given.ingest(store, make.request("R-2"))

    await _until_taken(store, "R-2")


async def test_a_statement_that_takes_too_long_is_try_again(store: SqlStore) -> None:
    with refused(TryAgain, match="statement timeout"):
        async with store._database.reading() as connection:
            await connection.exec_driver_sql("SELECT pg_sleep(60)")


async def test_a_dump_or_a_migration_has_the_time_it_takes_and_the_next_statement_has_not(
    store: SqlStore,
) -> None:
    async with store._database.writing(long=True) as connection:
        await connection.exec_driver_sql(f"SELECT pg_sleep({2 * SECONDS})")
        await asyncio.sleep(2 * SECONDS)
        await connection.exec_driver_sql("SELECT 1")

    with refused(TryAgain, match="statement timeout"):
        async with store._database.writing() as connection:
            await connection.exec_driver_sql("SELECT pg_sleep(60)")


async def test_a_session_that_was_frozen_in_a_transaction_has_lost_it(store: SqlStore) -> None:
    async def freeze() -> None:
        async with store._database.writing() as connection:
            await connection.exec_driver_sql("UPDATE pools SET version = version + 1")
            await asyncio.sleep(3 * SECONDS)
            await connection.exec_driver_sql("SELECT 1")

    with pytest.raises(TryAgain):
        await freeze()

    await _until_taken(store, "R-2")


async def test_sessions_of_a_server_that_became_read_only_are_left(
    store: SqlStore, admin: psycopg.Connection
) -> None:
    async def pid() -> int:
        async with store._database.reading() as connection:
            return (await connection.exec_driver_sql("SELECT pg_backend_pid()")).scalar_one()  # type: ignore[no-any-return]

    before = await pid()
    async with store._database.writing() as connection:
        # As after a fail-over: this session says so for as long as it lives.
        await connection.exec_driver_sql("SET SESSION default_transaction_read_only = on")
        await connection.exec_driver_sql("SELECT 1")

    with refused(TryAgain, match="read-only"):
        await given.ingest(store, make.request("R-2"))

    await _until_taken(store, "R-2")
    assert await pid() != before


@pytest.mark.parametrize(
    "code",
    [
        *("08006", "25006", "25P03", "28P01", "3D000", "40001", "40P01", "42501", "53100"),
        *("53300", "55006", "55P03", "57014", "57P01", "57P02", "57P03", "57P04", "58030"),
    ],
)
async def test_what_passes_by_itself_is_try_again(store: SqlStore, code: str) -> None:
    with pytest.raises(TryAgain):
        await _raised(store, code)

    assert await store.pools() == ("20",)


@pytest.mark.parametrize("code", ["22021", "23505", "23514", "42601", "42P01", "XX001"])
async def test_what_is_our_own_fault_is_not_waited_for(store: SqlStore, code: str) -> None:
    with pytest.raises(Exception, match="as asked") as raised:
        await _raised(store, code)

    assert not isinstance(raised.value, TryAgain)


async def _raised(store: SqlStore, code: str) -> None:
    async with store._database.writing() as connection:
        await connection.exec_driver_sql(
            f"DO $$ BEGIN RAISE EXCEPTION 'as asked' USING ERRCODE = '{code}'; END $$"
        )


async def _until_taken(store: SqlStore, request: str) -> None:
    """As a consumer does it: the same again until it is taken."""
    async with asyncio.timeout(ENDS_WITHIN):
        while True:
            with suppress(TryAgain):
                await given.ingest(store, make.request(request))
                return
            await asyncio.sleep(0.05)
