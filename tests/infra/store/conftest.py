"""Every test of the store runs on SQLite and, where there is one, on PostgreSQL."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from infra.store.store import SqlStore
from tests import make
from tests.empty_store import make_empty_store

OpenStore = Callable[[], Awaitable[SqlStore]]


@pytest.fixture
def postgres_url(real_postgres: str) -> Iterator[str]:
    """An empty schema of a real PostgreSQL."""
    schema = f"test_{uuid4().hex}"
    with psycopg.connect(real_postgres.replace("+psycopg", "", 1), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        sign = "&" if "?" in real_postgres else "?"
        yield f"{real_postgres}{sign}options=-csearch_path%3D{schema}"
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.kafka)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'pool.db'}"
    postgres: str = request.getfixturevalue("postgres_url")
    return postgres


@pytest.fixture
async def open_store(url: str) -> AsyncIterator[OpenStore]:
    """Opens a store on the test's database, as another process would; closes it at the end."""
    stores: list[SqlStore] = []

    async def opened() -> SqlStore:
        if url.startswith("sqlite"):
            make_empty_store(Path(url.removeprefix("sqlite:///")))
        stores.append(SqlStore(url, now=lambda: make.NOW))
        await stores[-1].open()
        return stores[-1]

    yield opened
    for store in stores:
        await store.close()


@pytest.fixture
async def store(open_store: OpenStore) -> SqlStore:
    return await open_store()
