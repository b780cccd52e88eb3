"""A store whose tables are made: copied, as every migration is run once and not for every test."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from infra.store.store import SqlStore


def make_empty_store(file: Path) -> None:
    """Write an SQLite file with all tables and no rows, where there is none yet."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_template())


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
