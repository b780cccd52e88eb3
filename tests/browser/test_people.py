"""A talent on a phone: an answer that the coordinator sees the plan follow; hours by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from models.accounts import AccountRole
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser
#: Others could do it too, so that somebody is next.
SEVERAL = re.compile(r"条件を満たす[3-9]人のうち")


def test_a_talent_declines_on_a_phone_and_the_coordinator_sees_who_is_asked_next(page_as):
    talent = page_as(AccountRole.TALENT, "/me", size=PHONE)
    offer = talent.locator("article.offer", has_text=SEVERAL).first
    address = offer.get_by_role("link", name="断る").get_attribute("href")
    match = address.split("/")[3]
    mine = page_as(AccountRole.COORDINATOR, f"/pools/20/plan?match={match}")
    assign = mine.locator('#plan-side a[href*="/lines/"]').first.get_attribute("href")
    request, number = re.search(r"/lines/([^/]+)/(\d+)", assign).groups()
    mine.goto(f"/pools/20/requests/{request}")
    of_line = mine.locator("tr", has_text=f"{request}/{number}")
    asked = of_line.filter(has_text="提案中")
    before = asked.locator("td, th").first.inner_text()

    offer.get_by_role("link", name="断る").click()
    assert talent.locator(".when-later").is_hidden()
    talent.get_by_label("この仕事は受けない").check()
    assert talent.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    talent.get_by_role("button", name="断ると記録する").click()

    expect(talent.locator(".notice.info")).to_contain_text("断りました")
    expect(talent.locator(f'article.offer a[href*="{match}"]')).to_have_count(0)
    declined = of_line.filter(has_text="辞退")
    for _ in range(60):
        mine.reload()
        if declined.filter(has_text=before).count():
            break
        mine.wait_for_timeout(250)
    expect(declined.filter(has_text=before)).to_have_count(1)
    if asked.count():
        expect(asked).not_to_contain_text(before)
    else:  # whoever is next has no hours left: the page says why, and what would be enough
        expect(mine.get_by_role("heading", name="なぜ埋まらないのか")).to_be_visible()


def test_months_are_walked_and_filled_with_the_keyboard(page_as):
    page = page_as(AccountRole.TALENT, "/me/hours", size=PHONE)
    months = page.locator(".avail input:not([type=hidden])")
    stated = months.first.input_value()
    months.first.focus()

    page.keyboard.press("ArrowDown")
    expect(months.nth(1)).to_be_focused()
    page.keyboard.type("150.25")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#note")).to_contain_text(f"{months.count() - 2}か月に写しました")
    assert {each.input_value() for each in months.all()[1:]} == {"150.25"}
    assert months.first.input_value() == stated

    months.last.focus()
    page.keyboard.press("ArrowUp")
    expect(months.nth(months.count() - 2)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".notice.ok")).to_contain_text("保存しました")
    assert months.last.input_value() == "150.25"
