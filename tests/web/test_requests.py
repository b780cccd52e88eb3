"""The list of requests: filtered, looked through, shared by its address; and one request."""

import re

from models.accounts import AccountRole

BASE = "/pools/20/requests"
ROLE = AccountRole.COORDINATOR


def rows(page):
    return re.findall(r'<tr><td class="nb opt">([^<]*)</td>', page.text)


async def test_requests_that_lack_hours_come_first(sign_in):
    browser = await sign_in(ROLE)

    page = await browser.get(BASE)

    assert page.status_code == 200
    assert len(rows(page)) == 50
    chips = re.findall(r'<td><span class="chip (\w*)">', page.text)
    assert chips == sorted(chips, key=["err", "warn", "", "ok"].index)
    assert len(rows(await browser.get(f"{BASE}?page=2"))) > 0


async def test_a_request_is_found_by_kana_half_width_and_part_of_its_title(sign_in):
    browser = await sign_in(ROLE)

    by_place = rows(await browser.get(BASE, params={"q": "さくし"}))

    assert by_place
    assert by_place == rows(await browser.get(BASE, params={"place": "202177"}))
    by_title = rows(await browser.get(BASE, params={"q": "ｸﾗｳﾄﾞ"}))
    assert by_title
    assert by_title == rows(await browser.get(BASE, params={"q": "くらうど"}))
    assert rows(await browser.get(BASE, params={"q": "くらうど さくし"})) == [
        each for each in by_title if each in by_place
    ]


async def test_filters_leave_what_fits_and_wrong_ones_ask_nothing(sign_in):
    browser = await sign_in(ROLE)
    everything = await browser.get(BASE)

    partly = await browser.get(BASE, params={"status": "partly", "role": "pm"})
    assert set(re.findall(r'<td><span class="chip (\w*)">', partly.text)) <= {"warn"}
    wrong = await browser.get(BASE, params={"status": "'", "page": "-1", "urgency": "x"})
    assert rows(wrong) == rows(everything)
    nothing = await browser.get(BASE, params={"q": "zzzz"})
    assert "当てはまる要請はありません" in nothing.text


async def test_what_is_served_is_what_the_command_line_says(sign_in, parts):
    browser = await sign_in(ROLE)
    plan = await parts.store.plan("20")
    served = sum(each.total for each in plan.assignments)

    page = await browser.get(BASE)

    assert f"{served // 4:,}" in re.search(r"<caption>(.*?)</caption>", page.text)[1]


async def test_a_request_says_what_is_served_and_why_the_rest_is_not(sign_in, parts):
    browser = await sign_in(ROLE)
    plan = await parts.store.plan("20")

    for unmet in plan.unmet[:3]:
        page = await browser.get(f"{BASE}/{unmet.request_id}")

        assert page.status_code == 200
        assert "なぜ埋まらないのか" in page.text
        assert unmet.line_id in page.text


async def test_every_request_can_be_opened_in_both_languages(sign_in, parts):
    browser = await sign_in(ROLE)

    for request in (await parts.store.requests("20"))[::7]:
        for lang in ("ja", "en"):
            page = await browser.get(f"{BASE}/{request.request_id}?lang={lang}")
            assert page.status_code == 200, request.request_id


async def test_a_request_of_another_pool_is_not_there(sign_in):
    browser = await sign_in(ROLE)

    assert (await browser.get(f"{BASE}/NONE-1")).status_code == 404
    assert (await browser.get("/pools/47/requests")).status_code == 404
