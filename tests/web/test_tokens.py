"""Tokens of programs on their page: the secret once, only one's own, ended for good."""

import re

import httpx

from application.access.browser_sessions import digest
from models.accounts import AccountId, AccountRole
from models.audit import AuditSearch
from tests.web.conftest import ORIGIN
from tests.web.forms import submit

PAGE = "/account/tokens"


async def test_a_token_is_made_used_and_ended(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)

    made = await submit(browser, await browser.get(PAGE), PAGE, name="表計算", grant="0", days="30")
    secret = re.search(r"tp_[\w-]+", made.text)[0]
    token = await parts.store.api_token(digest(secret))
    call = {"headers": {"authorization": f"Bearer {secret}"}}
    used = await browser.get("/api/v1/pools", **call)
    listed = await browser.get(PAGE)
    await submit(browser, listed, f"{PAGE}/{token.token_id}/end")
    gone = await browser.get("/api/v1/pools", **call)

    seen = await parts.store.audit(AuditSearch(subject=token.token_id), before=None, limit=9)
    assert (used.status_code, gone.status_code) == (200, 401)
    assert secret not in listed.text
    assert "まだ使われていません" not in listed.text
    assert [record.page for _, record in seen] == [
        "POST /account/tokens/{token_id}/end",
        "POST /account/tokens",
    ]


async def test_what_is_wrong_is_said_and_what_was_typed_is_kept(sign_in, parts):
    browser = await sign_in(AccountRole.OPS)
    page = await browser.get(PAGE)

    answer = await submit(browser, page, PAGE, name="監視", grant="7", days="400")

    assert answer.status_code == 422
    assert 'value="監視"' in answer.text
    assert list(await parts.store.api_tokens(AccountId("sample-ops"))) == []


async def test_anothers_token_is_not_there(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    await submit(browser, await browser.get(PAGE), PAGE, name="x", grant="0", days="30")
    [token] = await parts.store.api_tokens(AccountId("sample-coordinator"))
    other = await sign_in(AccountRole.OPS)

    form = {"csrf": re.search(r'name="csrf" value="([^"]+)"', (await other.get(PAGE)).text)[1]}
    answer: httpx.Response = await other.post(f"{PAGE}/{token.token_id}/end", data=form)

    assert answer.status_code == 404
    assert str(other.base_url).rstrip("/") == ORIGIN
    assert len(await parts.store.api_tokens(AccountId("sample-coordinator"))) == 1
