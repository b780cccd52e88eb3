"""Webhooks on their page and over the API: the secret once, only allowed hosts, only the pool's."""

from dataclasses import replace

import httpx
import pytest

from models.accounts import AccountRole
from models.ids import PoolId
from service.web_wiring import web_house
from tests.web.api.conftest import token_of
from tests.web.conftest import ORIGIN
from tests.web.forms import submit
from web.app import create_app

PAGE = "/pools/20/webhooks"


@pytest.fixture
async def house(parts):
    made = web_house(parts, ORIGIN, sample_entry=True)
    settings = replace(made.settings, webhook_hosts=("hooks.example.jp",))
    yield replace(made, settings=settings)
    await made.feed.close()


async def test_a_webhook_is_added_its_secret_shown_once_and_removed(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    page = await browser.get(PAGE)

    made = await submit(browser, page, PAGE, url="https://hooks.example.jp/x", kinds=["confirmed"])
    [kept] = await parts.store.webhooks(PoolId("20"))
    listed = await browser.get(PAGE)
    gone = await submit(browser, listed, f"{PAGE}/{kept.webhook_id}/end")

    assert kept.secret in made.text
    assert kept.secret not in listed.text
    assert kept.kinds == ("confirmed",)
    assert gone.status_code == 303
    assert await parts.store.webhooks(PoolId("20")) == []


async def test_another_host_is_refused_in_words_and_what_was_typed_is_kept(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)
    page = await browser.get(PAGE)

    answer = await submit(browser, page, PAGE, url="https://evil.example.jp/", kinds=["confirmed"])

    assert answer.status_code == 422
    assert "TALENTPOOL_WEBHOOK_HOSTS" in answer.text
    assert "https://evil.example.jp/" in answer.text


async def test_one_that_was_given_up_says_why_and_is_tried_again(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    await submit(browser, await browser.get(PAGE), PAGE, url="https://hooks.example.jp/x")
    [kept] = await parts.store.webhooks(PoolId("20"))
    over = {"ended": parts.now(), "failing_since": parts.now(), "note": "webhook_not_reached"}
    await parts.store.amend_webhook(
        kept.webhook_id, lambda webhook: webhook.model_copy(update=over)
    )

    page = await browser.get(PAGE)
    await submit(browser, page, f"{PAGE}/{kept.webhook_id}/retry")

    [again] = await parts.store.webhooks(PoolId("20"))
    assert "つながりません" in page.text
    assert (again.ended, again.failing_since, again.note) == (None, None, "")


async def test_where_no_host_is_allowed_the_page_says_so(parts):
    house = web_house(parts, ORIGIN, sample_entry=True)
    transport = httpx.ASGITransport(app=create_app(house))
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as browser:
        await browser.post("/sign-in/sample", data={"role": "coordinator"})
        page = await browser.get(PAGE)

    assert "TALENTPOOL_WEBHOOK_HOSTS" in page.text
    assert 'name="url"' not in page.text
    await house.feed.close()


async def test_programs_register_and_end_them_too(house, parts):
    token = await token_of(parts, AccountRole.COORDINATOR, "20")
    transport = httpx.ASGITransport(app=create_app(house))
    async with httpx.AsyncClient(
        transport=transport,
        base_url=f"{ORIGIN}/api/v1",
        headers={"authorization": f"Bearer {token}"},
    ) as client:
        made = await client.post(PAGE, json={"url": "https://hooks.example.jp/x"})
        where = made.headers["location"].removeprefix("/api/v1")
        read = await client.get(where)
        tried = await client.post(f"{where}/retries")
        elsewhere = await client.get(where.replace("/20/", "/15/"))
        ended = await client.delete(where)
        gone = await client.get(where)

    assert made.json()["secret"].startswith("whsec_")
    assert "secret" not in read.json()
    assert (tried.status_code, elsewhere.status_code) == (200, 404)
    assert (ended.status_code, gone.status_code) == (200, 404)
