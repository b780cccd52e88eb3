"""One pool that cannot be planned: the service lives, the others are planned, people are told."""

import asyncio
import json
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from models.facts import TalentStated
from models.ids import PoolId
from models.pool_settings import PoolSettings, Weights
from service.health import health
from service.running.service import Service
from service.wiring import Parts, opened
from tests import make
from tests.cli.conftest import Talentpool
from tests.cli.stock import TALENT, served, settings
from wording import Words

DATABASE = "var/talentpool.db"


def break_talent(path: Any) -> None:
    """Put something unreadable in the place of a talent."""
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE talents SET content = ? WHERE talent_id = ?", ('{"talent_id": 5}', TALENT)
        )
        connection.execute("UPDATE pools SET version = version + 1 WHERE pool_id = '20'")


async def post_elsewhere(parts: Parts) -> None:
    """A request and a talent of another pool."""
    elsewhere = {"pool_id": "15", "municipalities": ("151009",)}
    await parts.desk.post_request(make.request("R-NIIGATA", **elsewhere))
    await parts.desk.post_talent(make.talent("T-NIIGATA", pool_id="15"))


def break_decline(path: Any) -> None:
    """Put something unreadable among the declines, which planning alone reads."""
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO declines VALUES ('M-0', '20', '{}')")
        connection.execute("UPDATE pools SET version = version + 1 WHERE pool_id = '20'")


def serve(path: Any) -> None:
    """Run the service, while pool 15 gets its first request, until pool 20 was tried."""

    async def run() -> None:
        async with opened(settings(path), now=lambda: make.NOW) as parts:

            async def tried() -> bool:
                return bool(await parts.store.plan_failures())

            await post_elsewhere(parts)
            await served(parts, tried)

    asyncio.run(run())


@pytest.fixture
def failed(stocked: Path) -> Any:
    """Pool 20 cannot be planned any more."""
    break_decline(stocked / DATABASE)
    serve(stocked / DATABASE)
    return stocked


def test_the_other_pools_are_planned_and_the_last_good_plan_stays(failed: Path) -> None:
    async def read() -> Any:
        async with opened(settings(failed / DATABASE)) as parts:
            return [await parts.store.plan(PoolId(pool_id)) for pool_id in ("20", "15")]

    of_nagano, of_niigata = asyncio.run(read())

    assert of_nagano.assignments
    assert [a.talent_id for a in of_niigata.assignments] == ["T-NIIGATA"]


def test_show_pools_and_doctor_name_the_pool(failed: Path, talentpool: Talentpool) -> None:
    shown = talentpool("show", "pools")
    document = json.loads(talentpool("show", "pools", "--json").out)
    [finding] = [
        f
        for f in asyncio.run(health(settings(DATABASE), lambda: make.NOW))  # type: ignore[arg-type]
        if f.name == "pools not planned"
    ]

    assert "✕ プール20は" in shown.out
    failures = {each["pool_id"]: each["failure"] for each in document["pools"]}
    assert failures["15"] is None
    assert failures["20"]["tries"] == 1
    assert failures["20"]["reason"].startswith("ValidationError")
    assert not finding.fine
    assert Words("en").say(finding.detail).startswith("20: ValidationError")


def test_a_change_that_mends_the_pool_is_planned_at_once(stocked: Path) -> None:
    break_talent(stocked / DATABASE)
    serve(stocked / DATABASE)

    async def mend() -> None:
        async with opened(settings(stocked / DATABASE), now=lambda: make.NOW) as parts:
            assert [f.pool_id for f in await parts.store.plan_failures()] == ["20"]
            fact = TalentStated(talent=make.talent(TALENT, revision=2))
            await parts.event_log.append([make.message(fact).record()])
            await served(parts)
            assert await parts.store.plan_failures() == []
            assert await parts.store.planned_version(
                PoolId("20")
            ) == await parts.store.pool_version(PoolId("20"))

    asyncio.run(mend())


def test_settings_from_before_the_bound_stop_nothing(stocked: Path) -> None:
    """They stand in the store since a version that accepted them."""
    before = PoolSettings(weights=Weights(served=1_000_000)).model_dump_json()
    with sqlite3.connect(stocked / DATABASE) as connection:
        connection.execute(
            "UPDATE pools SET settings = ?, version = version + 1 WHERE pool_id = '20'", (before,)
        )

    async def run() -> Any:
        async with opened(settings(stocked / DATABASE), now=lambda: make.NOW) as parts:
            await served_until_planned(parts)
            return await parts.store.plan_failures(), await parts.store.problem(PoolId("20"))

    failures, problem = asyncio.run(run())

    assert failures == []
    assert {line.value for line in problem.lines} == {100_000}


async def is_planned(parts: Parts) -> bool:
    return await parts.store.planned_version(PoolId("20")) == await parts.store.pool_version(
        PoolId("20")
    )


async def served_until_planned(parts: Parts) -> None:
    """Run the service until the calendar's look has planned the pool."""
    running = asyncio.create_task(Service(parts).run())
    try:
        async with asyncio.timeout(60):
            while not await is_planned(parts):  # noqa: ASYNC110  the service is another one's
                await asyncio.sleep(0.05)
    finally:
        running.cancel()
        await asyncio.wait([running])


def test_an_undo_posted_while_the_service_was_down_comes_first(stocked: Path) -> None:
    """What is planned at the start is the pool as the waiting facts leave it, once."""
    with sqlite3.connect(stocked / DATABASE) as connection:
        connection.execute("UPDATE pools SET version = version + 1 WHERE pool_id = '20'")

    async def run() -> Any:
        clock = make.NOW + timedelta(minutes=1)
        async with opened(settings(stocked / DATABASE), now=lambda: clock) as parts:
            await parts.desk.configure(PoolId("20"), PoolSettings(horizon=3))
            await served(parts)
            return await parts.store.plan(PoolId("20")), await parts.store.pool_version(
                PoolId("20")
            )

    plan, version = asyncio.run(run())

    with sqlite3.connect(stocked / DATABASE) as connection:
        planned = {v for (v,) in connection.execute("SELECT version FROM plans WHERE pool_id = 20")}
    assert plan.version == version
    assert len(plan.months) == 3
    assert version - 1 not in planned
