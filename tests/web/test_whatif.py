"""Scenarios beside the plan: made, compared, made real."""

import asyncio
import re
from html import unescape
from urllib.parse import unquote

import pytest

from models.accounts import AccountRole
from tests.application.demo_store import take_in
from tests.web.forms import submit

BASE = "/pools/20/whatif"


async def add(browser, kind, **typed):
    page = await browser.get(f"{BASE}/new", params={"kind": kind})
    assert page.status_code == 200, page.text
    return await submit(browser, page, f"{BASE}/new", **typed)


async def compared(browser):
    page = await browser.get(BASE)
    began = await submit(browser, page, f"{BASE}/compare")
    assert began.status_code == 303, began.text
    for _ in range(200):
        page = await browser.get(BASE)
        if "data-arriving" not in page.text:
            return page
        await asyncio.sleep(0.2)
    raise AssertionError("never compared")


async def test_a_scenario_is_compared_and_made_real(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    before = await parts.store.talent("20", "T20-02")

    added = await add(
        browser, "hours", talent="T20-02", months="2026-12..2027-01", difference="+16"
    )
    assert added.status_code == 303, added.text
    page = await compared(browser)
    assert "充足した時間" in page.text
    assert "ふえる人材の時間" in page.text
    assert "＋32" in page.text or ">32<" in page.text

    real = page.text.split(f'href="{BASE}/scenarios/')[1].split('"')[0]
    asked = await browser.get(f"{BASE}/scenarios/{real}")
    assert "T20-02" in asked.text
    done = await submit(browser, asked)
    assert done.status_code == 303, done.text
    await take_in(parts)

    after = await parts.store.talent("20", "T20-02")
    assert after.capacity["2026-12"] == before.capacity.get("2026-12", 0) + 64
    assert (await parts.store.scenarios("sample-coordinator", "20")) == []


async def test_somebody_who_is_not_there_cannot_be_made_real(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)

    await add(browser, "vacant", role="engineer", hours="40")
    page = await browser.get(BASE)
    real = page.text.split(f'href="{BASE}/scenarios/')[1].split('"')[0]
    asked = await browser.get(f"{BASE}/scenarios/{real}")

    assert "まだいない人" in asked.text
    assert "件を記録する" not in asked.text


async def test_wrong_input_is_said_and_kept(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)

    answer = await add(browser, "hours", talent="T20-02", difference="+7.3", months="2026-12")

    assert answer.status_code == 422
    assert 'value="+7.3"' in answer.text
    assert 'aria-invalid="true"' in answer.text


async def test_there_are_four_at_most(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)
    page = await browser.get(f"{BASE}/new", params={"kind": "people"})
    line = page.text.partition("<main")[2].split('<option value="')[1].split('"')[0]
    for people in "3456":
        await add(browser, "people", line=line, people=people)

    answer = await add(browser, "people", line=line, people="7")

    assert answer.status_code == 422
    assert "案は 4つまで" in answer.text


async def test_what_would_be_enough_becomes_a_scenario(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    unmet = [u for u in await parts.store.unmet("20") if u.enough]
    params = {"line": unmet[0].line_id, "remedy": 0}

    page = await browser.get(f"{BASE}/try", params=params)
    tried = await submit(browser, page, f"{BASE}/try")

    assert tried.status_code == 307, tried.text
    assert len(await parts.store.scenarios("sample-coordinator", "20")) == 1


async def test_what_is_no_longer_enough_is_said(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)

    assert (await browser.get(f"{BASE}/try", params={"line": "R-9/9"})).status_code == 404


@pytest.mark.parametrize("path", ["", "/new", "/new?kind=request", "/new?kind=weights"])
async def test_pages_speak_english(sign_in, path):
    browser = await sign_in(AccountRole.COORDINATOR)
    mark = "&" if "?" in path else "?"

    page = await browser.get(f"{BASE}{path}{mark}lang=en")

    assert page.status_code == 200
    assert "scenario" in page.text


@pytest.mark.parametrize("by", ["plan", "requests"])
async def test_try_it_leads_to_what_may_be_tried(sign_in, parts, by):
    browser = await sign_in(AccountRole.COORDINATOR)
    line = next(u.line_id for u in await parts.store.unmet("20") if u.enough)
    request, _, _ = line.partition("/")
    place = "/pools/20/plan" if by == "plan" else f"/pools/20/requests/{request}"

    page = await browser.get(place, params={"page": "1"} if by == "plan" else {})
    links = [unescape(found) for found in re.findall(r'href="([^"]*remedy=0)"', page.text)]
    tried = await browser.get(next(each for each in links if line in unquote(each)))

    assert tried.status_code == 200, tried.text
    assert f'name="line" value="{line}"' in tried.text
