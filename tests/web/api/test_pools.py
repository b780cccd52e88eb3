"""A pool over HTTP: totals, plan, unmet, settings, scenarios; and how often a token may ask."""

from dataclasses import replace

import httpx

from models.accounts import AccountRole
from models.ids import PoolId
from service.web_wiring import web_house
from tests.application.demo_store import take_in
from tests.web.api.conftest import token_of
from tests.web.conftest import ORIGIN
from web.api.rates import Rates
from web.app import create_app


async def test_a_pool_its_plan_and_what_is_unmet_say_the_same(program, parts):
    client = await program(AccountRole.COORDINATOR)

    [pool] = (await client.get("/pools")).json()["items"]
    plan = (await client.get("/pools/20/plan")).json()
    unmet = (await client.get("/pools/20/unmet", params={"limit": 200})).json()["items"]
    lacks = (await client.get("/pools/20/bottlenecks")).json()

    people = {each.name for each in await parts.store.people(PoolId("20"))}
    assert pool["plan"]["served_hours"] == plan["served_hours"]
    assert pool["unmet_lines"] == len(plan["unmet"]) == len(unmet)
    assert all(each["cause"] and each["text"] for each in unmet)
    assert lacks["bottlenecks"][0]["text"]
    assert people
    assert not any(name in str(plan) for name in people)


async def test_settings_change_on_what_was_seen_and_the_rest_stays(program, parts):
    client = await program(AccountRole.COORDINATOR)
    before = await client.get("/pools/20/settings")
    tag = {"if-match": before.headers["etag"]}
    change = {"block": 7.75, "need": {"island": 25}}

    done = await client.patch("/pools/20/settings", json=change, headers=tag)
    await take_in(parts)
    after = await client.get("/pools/20/settings")
    stale = await client.patch("/pools/20/settings", json={"block": 4}, headers=tag)

    wanted = before.json() | {"block": 7.75}
    wanted["need"] = wanted["need"] | {"island": 25}
    assert done.status_code == 200, done.text
    assert after.json() == done.json() == wanted
    assert after.headers["etag"] == done.headers["etag"] != before.headers["etag"]
    assert stale.status_code == 412


async def test_a_scenario_is_compared_and_nothing_is_written(program, parts):
    client = await program(AccountRole.COORDINATOR)
    version = await parts.store.pool_version(PoolId("20"))
    change = {"kind": "vacant", "role": "pm", "hours": 40}
    body = {"scenarios": [{"name": "PM", "changes": [change]}], "seconds": 0.3}

    found = (await client.post("/pools/20/comparisons", json=body)).json()

    [scenario] = found["scenarios"]
    assert scenario["served_hours"] > found["live"]["served_hours"]
    assert await parts.store.pool_version(PoolId("20")) == version


def test_a_bucket_empties_and_fills_again():
    now = [0.0]
    rates, waits = Rates(60, clock=lambda: now[0]), []
    for moment in (*[0.0] * 61, 0.5, 1.6):
        now[0] = moment
        try:
            rates.take("t-1")
            waits.append(0)
        except Exception as failed:
            waits.append(int(failed.headers["retry-after"]))

    assert waits == [0] * 60 + [1, 1, 0]
    rates.take("t-2")


async def test_a_token_that_asks_too_often_is_told_when_to_come_again(parts):
    house = web_house(parts, ORIGIN)
    few = replace(house, settings=replace(house.settings, api_per_minute=2))
    token = await token_of(parts, AccountRole.COORDINATOR, "20")
    transport = httpx.ASGITransport(app=create_app(few))
    async with httpx.AsyncClient(
        transport=transport, base_url=ORIGIN, headers={"authorization": f"Bearer {token}"}
    ) as client:
        answers = [await client.get("/api/v1/pools/20") for _ in range(3)]

    assert [each.status_code for each in answers] == [200, 200, 429]
    assert answers[2].headers["retry-after"] == "30"
    assert answers[2].json()["code"] == "api_too_often"
    await house.feed.close()
