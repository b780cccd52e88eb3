"""The console in one process, the service in another: what is decided shows on an open page."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import httpx
import psycopg
import pytest

from application.access import browser_sessions
from application.commands.decide import Decide, decide
from infra.settings import Settings
from models.accounts import Account, AccountId, AccountRole, Grant
from models.ids import PoolId
from models.match import Verb
from service.wiring import Parts, opened
from tests import make
from tests.acceptance.processes import Running, environment

#: A pool that no other test on the same broker speaks of.
POOL = PoolId("45")
COORDINATOR = Account(
    account_id=AccountId("a-45"),
    login="two-processes",
    name="見本 二機",
    grants=(Grant(role=AccountRole.COORDINATOR, pool_id=POOL),),
)


@pytest.fixture
def env(real_kafka: str, real_postgres: str, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of both processes: one broker, and a part of one database."""
    schema = f"two_{uuid4().hex}"
    with psycopg.connect(real_postgres.replace("+psycopg", "", 1), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        sign = "&" if "?" in real_postgres else "?"
        database = f"{real_postgres}{sign}options=-csearch_path%3D{schema}"
        yield environment(tmp_path, database, real_kafka) | {"TALENTPOOL_IMPROVE_SECONDS": "0"}
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


async def planned(parts: Parts) -> None:
    """A request with somebody to serve it, stated and planned."""
    months = make.months_ahead(3)
    line = make.line(hours=make.hours(64, months))
    asked = make.request("R-1", line, pool_id=POOL, municipalities=("452017",))
    await parts.desk.post_request(asked)
    await parts.desk.post_talent(make.talent(pool_id=POOL, capacity=make.hours(128, months)))
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if await parts.store.matches(POOL, live_only=True):
            return
        await asyncio.sleep(0.1)
    raise AssertionError("nothing is planned")


async def moments(stream: httpx.Response) -> AsyncIterator[str]:
    """The data of each event of a plan."""
    name = ""
    async for line in stream.aiter_lines():
        if line.startswith("event:"):
            name = line.removeprefix("event:").strip()
        elif line.startswith("data:") and name == "plan":
            yield line.removeprefix("data:").strip()


@pytest.mark.kafka
async def test_a_decision_shows_on_a_page_of_another_process(env: dict[str, str]) -> None:
    service, console = Running("up", "--no-web", env=env), Running("web", env=env)
    try:
        address = json.loads(console.wait_for("web.started"))["address"]
        service.wait_for("service.started")
        settings = Settings(
            database=env["TALENTPOOL_DATABASE"], kafka=env["TALENTPOOL_KAFKA"], log_level="error"
        )
        async with opened(settings) as parts:
            await planned(parts)
            await parts.store.put_account(COORDINATOR)
            secret = await browser_sessions.begin(parts.store, COORDINATOR, parts.now())
            client = httpx.AsyncClient(base_url=address, cookies={"talentpool": secret}, timeout=20)
            path = f"/pools/{POOL}/stream"
            async with client, client.stream("GET", path) as stream:
                told = moments(stream)
                before = await anext(told)
                match = (await parts.store.matches(POOL, live_only=True))[0]
                began = time.monotonic()
                await decide(parts.session(), Decide(verb=Verb.PIN, match_ids=(match.match_id,)))
                assert await anext(told) != before
                assert time.monotonic() - began < 2

                ended = time.monotonic()
                console.process.terminate()
                with suppress(StopAsyncIteration, httpx.RemoteProtocolError):
                    while True:
                        await anext(told)
                console.process.wait(timeout=10)
                assert time.monotonic() - ended < 5
    finally:
        for process in (service, console):
            process.process.terminate()
            process.end()
