"""Facts and plans of an invented next version flow through a running service of this one."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import update

from infra.settings import Settings
from infra.store.tables import PLANS
from models.event_log import NewRecord
from models.facts import Fact, RequestStated, TalentStated
from models.ids import PoolId, RequestId
from service.running.service import Service
from service.wiring import Parts, opened
from tests import make
from tests.models.test_readers_forgive import of_next_version

pytestmark = pytest.mark.usefixtures("no_child")

#: A pool that no other test on the same broker speaks of.
POOL = PoolId("46")
ASKED = {"pool_id": POOL, "municipalities": ("462012",)}


@pytest.fixture
def embedded(tmp_path: Path) -> Settings:
    return _settings(f"sqlite:///{tmp_path / 'pool.db'}", "")


@pytest.fixture
def production(real_kafka: str, real_postgres: str) -> Iterator[Settings]:
    schema = f"next_{uuid4().hex}"
    with psycopg.connect(real_postgres.replace("+psycopg", "", 1), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        sign = "&" if "?" in real_postgres else "?"
        yield _settings(f"{real_postgres}{sign}options=-csearch_path%3D{schema}", real_kafka)
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


def _settings(database: str, kafka: str) -> Settings:
    return Settings(database=database, kafka=kafka, improve_seconds=0, solve_seconds=0.5)


@pytest.fixture(params=["embedded", pytest.param("production", marks=pytest.mark.kafka)])
def settings(request: pytest.FixtureRequest) -> Settings:
    made: Settings = request.getfixturevalue(request.param)
    return made


def record(fact: Fact, **unknown: Any) -> NewRecord:
    """A fact of the next version: a field more in everything, and `unknown` kinds of its talent."""
    document = of_next_version(fact)
    if unknown:
        document["talent"] |= unknown
    return replace(make.message(fact).record(), value=json.dumps(document).encode())


@asynccontextmanager
async def serving(parts: Parts) -> AsyncIterator[None]:
    service = Service(parts)
    running = asyncio.create_task(service.run())
    try:
        async with asyncio.timeout(60):
            await service.settled()
        yield
        async with asyncio.timeout(60):
            await service.settled()
        assert not running.done()
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def test_one_field_more_is_applied_and_an_unknown_kind_is_set_aside(
    settings: Settings,
) -> None:
    request = RequestStated(request=make.request("R-1", **ASKED))
    talent = TalentStated(talent=make.talent("T-1", pool_id=POOL))
    other = TalentStated(talent=make.talent("T-2", pool_id=POOL))
    unknown = record(other, form="robot")

    async with opened(settings, now=lambda: make.NOW) as parts:
        async with serving(parts):
            await parts.event_log.append([record(request), unknown, record(talent)])
        assert await parts.store.request(POOL, RequestId("R-1")) == request.request
        assert await parts.store.talents(POOL) == (talent.talent,)
        plan = await parts.store.plan(POOL)
        assert plan
        assert [each.talent_id for each in plan.assignments] == ["T-1"]
        letters = await parts.store.dead_letters(pool=POOL, reason="written_by_newer_version")
        [letter] = letters
        assert letter.why.params["fields"] == ("talent.form",)
        kept = await parts.store.dead_letter(letter.id)
        assert kept
        assert kept.original.value == unknown.value


async def test_a_stored_plan_of_a_next_version_is_made_anew(settings: Settings) -> None:
    async with opened(settings, now=lambda: make.NOW) as parts:
        async with serving(parts):
            await parts.desk.post_talent(make.talent("T-1", pool_id=POOL))
            await parts.desk.post_request(make.request("R-1", **ASKED))
        for part in ("content", "problem"):
            async with parts.store._database.writing() as connection:
                await connection.execute(
                    update(PLANS)
                    .where(PLANS.c.pool_id == POOL)
                    .values({part: '{"status": "of_a_next_version"}'})
                )
            assert await parts.store.unreadable_plan(POOL)

            async with serving(parts), asyncio.timeout(60):
                while await parts.store.unreadable_plan(POOL):  # noqa: ASYNC110 nobody calls us
                    await asyncio.sleep(0.05)

            plan = await parts.store.plan(POOL)
            assert plan
            assert [each.talent_id for each in plan.assignments] == ["T-1"]
