"""What is kept of a pool is what the store says, until the pool changes."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import update

from infra.store.kept_reads import MOST_POOLS, Kept, KeptReads
from infra.store.tables import POOLS
from models.ids import PoolId
from service.wiring import Parts, opened
from tests import make
from tests.application.demo_store import settings, take_in
from tests.made_once import planned_samples

POOL = PoolId("20")


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planned_samples(tmp_path_factory)


@pytest.fixture
async def parts(planned: Path, tmp_path: Path) -> AsyncIterator[Parts]:
    database = tmp_path / "talentpool.db"
    shutil.copy(planned, database)
    async with opened(settings(database), now=lambda: make.NOW) as made:
        yield made


async def test_it_says_what_the_store_says(parts: Parts) -> None:
    kept = KeptReads(Kept(parts.store))

    for name in ("requests", "talents", "matches", "plan", "problem", "ledger", "settings"):
        assert await getattr(kept, name)(POOL) == await getattr(parts.store, name)(POOL)
    live = await kept.matches(POOL, live_only=True)
    assert live == await parts.store.matches(POOL, live_only=True)


async def test_many_who_look_at_once_read_once(parts: Parts) -> None:
    kept = Kept(parts.store)

    found = await asyncio.gather(*(KeptReads(kept).requests(POOL) for _ in range(20)))

    assert {id(each) for each in found} == {id(found[0])}


async def test_after_a_fact_it_is_read_anew(parts: Parts) -> None:
    kept = Kept(parts.store)
    before = await KeptReads(kept).requests(POOL)

    await parts.session().desk.withdraw_request(POOL, before[0].request_id)
    await take_in(parts)

    after = await KeptReads(kept).requests(POOL)
    assert after[0].status != before[0].status


async def test_a_better_plan_of_the_same_version_is_read_anew(parts: Parts) -> None:
    kept = Kept(parts.store)
    before = await KeptReads(kept).plan(POOL)

    # As the commit of a plan does.
    async with parts.store._database.writing() as connection:
        await connection.execute(update(POOLS).values(plans=POOLS.c.plans + 1))

    assert await KeptReads(kept).plan(POOL) is not before


async def test_one_look_sees_one_moment(parts: Parts) -> None:
    kept = Kept(parts.store)
    look = KeptReads(kept)
    before = await look.requests(POOL)
    await parts.session().desk.withdraw_request(POOL, before[0].request_id)
    await take_in(parts)

    assert await look.requests(POOL) is before


async def test_pools_nobody_looks_at_are_forgotten(parts: Parts) -> None:
    kept = Kept(parts.store)
    first = await KeptReads(kept).requests(POOL)

    for number in range(MOST_POOLS):
        await KeptReads(kept).requests(PoolId(f"{30 + number}"))

    assert await KeptReads(kept).requests(POOL) is not first
