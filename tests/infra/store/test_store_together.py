"""Several writers at once, and a writer that is killed: each fact once, all of a batch or none."""

import asyncio
import os
import random
import signal
import sqlite3
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from infra.store.store import SqlStore
from models.errors import TryAgain
from models.facts import PoolChanged
from models.ids import PoolId
from models.ingest import Ingested, Taken
from tests import make
from tests.infra.store import given

OpenStore = Callable[[], Awaitable[SqlStore]]
WRITER = "tests.infra.store.writer"
ROOT = Path(__file__).parents[3]


async def patiently(store: SqlStore, batch: list[Taken]) -> Ingested:
    """As a consumer does it: the same batch until it is taken."""
    deadline = asyncio.get_running_loop().time() + 30
    while True:
        try:
            return await store.ingest(batch, [])
        except TryAgain:
            if asyncio.get_running_loop().time() > deadline:
                raise


async def test_two_stores_that_write_at_once_lose_and_double_nothing(
    open_store: OpenStore,
) -> None:
    stores = [await open_store() for _ in range(2)]
    batches = [
        [given.taken(make.request(f"R-{store}-{batch}-{n}")) for n in range(5)]
        for store in range(2)
        for batch in range(10)
    ]

    await asyncio.gather(*(patiently(stores[at % 2], batch) for at, batch in enumerate(batches)))

    assert len(await stores[0].requests(PoolId("20"))) == 100
    assert await stores[1].counts() == given.counts(applied=100)
    versions = [m.fact.model_dump()["version"] for m in await given.said(stores[0], PoolChanged)]
    assert versions == list(range(1, 21))


async def test_the_same_batch_by_two_stores_at_once_is_applied_once(open_store: OpenStore) -> None:
    stores = [await open_store() for _ in range(4)]
    for attempt in range(5):
        batch = [given.taken(make.talent(f"T-{attempt}-{n}")) for n in range(5)]

        done = await asyncio.gather(*(patiently(store, batch) for store in stores))

        assert sorted(len(d.applied) for d in done) == [0, 0, 0, 5]
    assert await stores[0].counts() == given.counts(applied=25)


async def test_batches_over_the_same_pools_in_another_order_do_not_block_each_other(
    open_store: OpenStore,
) -> None:
    stores = [await open_store() for _ in range(2)]

    def batch(number: int, pools: list[str]) -> list[Taken]:
        return [given.taken(make.talent(f"T-{number}", pool_id=pool)) for pool in pools]

    pools = ["15", "20", "47"]
    await asyncio.gather(
        *(patiently(stores[n % 2], batch(n, pools[:: 1 if n % 2 else -1])) for n in range(20))
    )

    assert await stores[0].counts() == given.counts(applied=60)


async def test_a_plan_and_a_decision_at_once_never_both_win(open_store: OpenStore) -> None:
    matcher, edge = await open_store(), await open_store()
    match = make.match()
    await given.planned_pool(matcher, match)
    for revision in range(1, 11):
        known = await matcher.match(match.match_id)
        assert known
        verb = "pin" if revision % 2 else "unpin"
        replanned = known.becomes(known.state, "hours_replanned", hours=make.hours(32))

        results = await asyncio.gather(
            given.commit(matcher, replanned),
            given.ingest(edge, given.decision(known, verb)),  # type: ignore[arg-type]
            return_exceptions=True,
        )

        after = await matcher.match(match.match_id)
        assert after
        committed = not isinstance(results[0], Exception)
        assert after.revision == known.revision + 1 + committed
        assert after.fixed_by_hand == (verb == "pin")


async def test_snapshots_taken_while_others_write_are_whole(open_store: OpenStore) -> None:
    writer, reader = await open_store(), await open_store()
    done = asyncio.Event()

    async def write() -> None:
        # Every batch states as many talents as requests.
        for number in range(30):
            await given.ingest(writer, make.request(f"R-{number}"), make.talent(f"T-{number}"))
        done.set()

    async def look() -> int:
        seen = 0
        while not done.is_set():
            snapshot = await reader.snapshot(PoolId("20"))
            if snapshot:
                seen += 1
                assert len(snapshot.requests) == len(snapshot.talents) == snapshot.version
        return seen

    _, seen = await asyncio.gather(write(), look())

    assert seen > 3


@pytest.mark.parametrize("seed", range(8))
async def test_a_writer_killed_in_the_middle_leaves_whole_batches(
    url: str, open_store: OpenStore, seed: int
) -> None:
    store = await open_store()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", WRITER, url), stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout
    acknowledged = 0
    for _ in range(1 + seed % 3):
        acknowledged = int(await asyncio.wait_for(process.stdout.readline(), 30))
    await asyncio.sleep(random.Random(seed).uniform(0, 0.02))

    os.kill(process.pid, signal.SIGKILL)
    rest = await process.stdout.read()
    await process.wait()

    acknowledged = int(([str(acknowledged), *rest.decode().split()])[-1])
    requests = await store.requests(PoolId("20"))
    batches = len(requests) // 100
    assert len(requests) % 100 == 0
    assert batches - acknowledged in (0, 1)
    assert await store.counts() == given.counts(applied=len(requests))
    assert [r.fact.model_dump()["version"] for r in await given.said(store, PoolChanged)] == list(
        range(1, batches + 1)
    )
    await patiently(store, [given.taken(make.request("R-after"))])
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as check:
            assert check.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        check.close()


async def test_a_batch_killed_just_before_its_commit_is_not_there_and_blocks_nobody(
    url: str, open_store: OpenStore
) -> None:
    store = await open_store()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", WRITER, url, "2"), stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout
    said = [await asyncio.wait_for(process.stdout.readline(), 30) for _ in range(2)]

    os.kill(process.pid, signal.SIGKILL)
    await process.wait()

    assert said == [b"1\n", b"inside\n"]
    assert len(await store.requests(PoolId("20"))) == 100
    done = await patiently(store, [given.taken(make.request("R-2-0"))])
    assert len(done.applied) == 1
    assert await store.counts() == given.counts(applied=101)
