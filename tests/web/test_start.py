"""From an empty pool to two sheets that are in."""

import re

import pytest

from models.accounts import AccountRole, Grant
from tests import make
from tests.application.demo_store import take_in
from tests.web.forms import submit

TALENTS = (
    "人材ID,氏名,役割,雇用形態,契約開始月,契約終了月,2026-11\n"
    "T-1,見本 太郎,PM,常勤,2026-04,2028-03,80\n"
)
REQUESTS = "要請ID,事業名,市区町村,役割,2026-11\nN-1,窓口改革,京都市,PM,16\n"


async def test_two_sheets_lead_from_an_empty_pool_to_what_is_planned(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    account = next(a for a in await parts.store.accounts() if a.login == "sample-coordinator")
    grant = Grant(role=AccountRole.COORDINATOR, pool_id="26")
    await parts.store.put_account(account.model_copy(update={"grants": (grant,)}))

    page = await browser.get("/start", follow_redirects=True)
    assert page.url.path == "/pools/26/start"
    for name, content in (("人材.csv", TALENTS), ("要請.csv", REQUESTS)):
        token = re.search(r'name="csrf" value="([^"]+)"', page.text)[1]
        answer = await browser.post(
            "/pools/26/sheets",
            data={"csrf": token},
            files={"file": (name, content.encode())},
        )
        here = answer.headers["location"]
        dry = await browser.get(here)
        done = await submit(browser, dry, f"{here}/apply")
        assert done.status_code == 303, dry.text
        await take_in(parts)
        page = await browser.get("/pools/26/start")

    assert page.text.count("（済：1件）") == 2
    assert "配置計画を作っています" in page.text


async def test_an_administrator_begins_with_samples_or_with_a_pool_of_their_own(sign_in, parts):
    browser = await sign_in(AccountRole.ADMIN)
    page = await browser.get("/start")
    assert "長野県の見本を消す" in page.text  # loaded already

    done = await submit(browser, page, "/start/sample/remove", pool="20")
    assert done.headers["location"] == "/start", done.text
    await take_in(parts)
    page = await browser.get("/start")
    done = await submit(browser, page, "/start/sample", pool="20")
    assert done.headers["location"] == "/pools/20/start?waited=1"
    page = await browser.get("/start")
    done = await submit(browser, page, "/start/pool", pool="26")
    assert done.headers["location"] == "/pools/26/start"
    assert "ひな型" in (await browser.get("/pools/26/start")).text
    account = await parts.store.account("sample-admin")
    assert {g.pool_id for g in account.grants} == {None, "20", "26"}


async def test_what_is_no_pool_is_said_beside_the_field(sign_in):
    browser = await sign_in(AccountRole.ADMIN)

    done = await submit(browser, await browser.get("/start"), "/start/pool", pool="")

    assert done.status_code == 422
    assert 'aria-invalid="true"' in done.text


async def test_samples_go_into_no_pool_in_use(sign_in):
    browser = await sign_in(AccountRole.ADMIN)
    page = await browser.get("/start")
    token = re.search(r'name="csrf" value="([^"]+)"', page.text)[1]

    done = await browser.post("/start/sample", data={"csrf": token, "pool": "20"})

    assert done.status_code == 422
    assert "空のプールにだけ" in done.text


async def test_an_empty_pool_says_on_every_page_what_comes_next(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    account = await parts.store.account("sample-coordinator")
    grant = Grant(role=AccountRole.COORDINATOR, pool_id="26")
    await parts.store.put_account(account.model_copy(update={"grants": (grant,)}))

    for page in ("", "/plan", "/talents", "/sheets", "/whatif", "/whatif/new"):
        answer = await browser.get(f"/pools/26{page}", follow_redirects=True)
        assert re.search(r'href="(/pools/26)?/start"', answer.text.partition("<main")[2]), page


async def test_a_talent_whom_the_pool_does_not_know_is_told_whom_to_ask(sign_in, parts):
    browser = await sign_in(AccountRole.TALENT)
    account = await parts.store.account("sample-talent")
    grant = Grant(role=AccountRole.TALENT, pool_id="20", talent_id="T-9")
    await parts.store.put_account(account.model_copy(update={"grants": (grant,)}))

    for page in ("/me", "/me/hours", "/me/year", "/me/profile"):
        answer = await browser.get(page)
        assert (answer.status_code, "調整担当に" in answer.text) == (404, True), page


async def test_a_coordinator_invites_a_talent_from_their_page(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)
    assert "invitations?talent=T20-01" in (await browser.get("/pools/20/talents/T20-01")).text

    page = await browser.get("/pools/20/invitations?talent=T20-01")
    done = await submit(browser, page, "/pools/20/invitations")

    assert "/welcome/" in done.text


async def test_a_pool_of_talents_alone_says_that_requests_are_missing(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    account = await parts.store.account("sample-coordinator")
    grant = Grant(role=AccountRole.COORDINATOR, pool_id="26")
    await parts.store.put_account(account.model_copy(update={"grants": (grant,)}))
    await parts.desk.post_talent(make.talent("T-1", pool_id="26"))
    await take_in(parts)

    page = await browser.get("/pools/26")

    assert "まだ支援要請がありません" in page.text
    assert "届いています" not in page.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"role": "coordinator"}, "人材プールが要ります"),
        ({"role": "talent", "pool": "20"}, "どの人材かを"),
        ({"role": "municipality", "pool": "20"}, "市区町村の名前か番号を"),
        ({"role": "ops", "pool": "20"}, "空けてください"),
    ],
)
async def test_an_invitation_says_what_its_role_needs(sign_in, typed, said):
    browser = await sign_in(AccountRole.ADMIN)
    page = await browser.get("/admin/invitations")

    done = await submit(browser, page, "/admin/invitations", **typed)

    assert done.status_code == 422
    assert said in done.text
