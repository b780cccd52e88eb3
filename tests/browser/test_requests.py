"""Coordinators write requests: with script, by the keys alone, and without script."""

import re

import pytest
from playwright.sync_api import Page, expect

from models.accounts import AccountRole

pytestmark = pytest.mark.browser

BASE = "/pools/20/requests"
ROLE = AccountRole.COORDINATOR


def to_hours(page: Page, title: str) -> None:
    """A request with a PM and an engineer, as far as the grid of hours."""
    page.locator("#f-title").fill(title)
    page.locator("#f-municipalities").fill("佐久市")
    page.locator(".btn.go").click()
    for count in (1, 2):
        page.locator('button[value="add"]').click()
        expect(page.locator("fieldset.part")).to_have_count(count)
    page.locator('.btn.go[value="next"]').click()


def submit(page: Page) -> None:
    """From the grid to the end."""
    page.locator(".btn.go").click()
    page.locator("#f-owner").fill("市民課")
    page.locator("#f-operator").fill("情報政策課")
    page.locator(".btn.go").click()
    page.locator('.btn.go[value="post"]').click()


def cells(page: Page, line: int):
    return page.locator(f"input[name^='hours-{line}-']")


def test_a_request_is_posted_and_seen_planned(page_as):
    page = page_as(ROLE, f"{BASE}/new")
    to_hours(page, "画面から書いた要請")
    for line, hours in ((1, "4"), (2, "8")):
        cells(page, line).first.fill(hours)
        page.locator(f'[data-copy="{line}"]').click()
    count = cells(page, 1).count()
    expect(page.locator('[data-sum="1"]')).to_have_text(str(4 * count))
    submit(page)

    expect(page.locator("h1")).to_have_text("画面から書いた要請")
    expect(page.locator("[data-arriving]")).to_have_count(0, timeout=30_000)
    expect(page.locator(".head .chip")).to_have_text(re.compile("充足"))
    assert page.locator(".log li").count() >= 1


def test_the_grid_is_walked_by_the_keys_alone(page_as):
    page = page_as(ROLE, f"{BASE}/new")
    to_hours(page, "キーだけの要請")
    expect(page.locator("[data-keys]")).to_be_visible()  # the script is there
    cells(page, 1).first.focus()
    keys = page.keyboard

    keys.type("8")
    keys.press("Alt+ArrowRight")
    keys.type("8.5")
    keys.press("ArrowDown")
    keys.type("16")
    keys.press("Alt+ArrowLeft")
    keys.type("２")
    keys.press("ArrowUp")

    expect(cells(page, 1).first).to_be_focused()
    expect(page.locator('[data-sum="1"]')).to_have_text("16.5")
    expect(page.locator('[data-sum="2"]')).to_have_text("18")
    keys.press("Enter")  # goes on, as the first button would
    expect(page.locator("[aria-current=step]")).to_contain_text("体制")


def test_without_script_the_buttons_do_the_same(page_as):
    page = page_as(ROLE, f"{BASE}/new", java_script_enabled=False)
    to_hours(page, "スクリプトなしの要請")
    for line, hours in ((1, "4"), (2, "8")):
        cells(page, line).first.fill(hours)
        page.locator(f'[data-copy="{line}"]').click()
    assert cells(page, 2).last.input_value() == "8"
    submit(page)

    page.locator("h1", has_text="スクリプトなしの要請").wait_for()
    for _ in range(30):
        if not page.locator("[data-arriving]").count():
            break
        page.wait_for_timeout(500)
        page.locator("[data-arriving] a").click()
    assert "充足" in page.locator(".head .chip").inner_text()


def test_two_coordinators_amend_one_request(page_as):
    pages = [page_as(ROLE, f"{BASE}/P001") for _ in range(2)]
    # The sample account is one: the second one goes on in the draft of the first.
    for page, owner in zip(pages, ("先の課", "あとの課"), strict=True):
        page.get_by_role("button", name="内容を直す").click()
        page.locator(".steps a", has_text="体制").click()
        page.locator("#f-owner").fill(owner)
    pages[0].locator(".btn.go").click()
    pages[1].locator(".btn.go").click()

    expect(pages[1].locator("#errors")).to_contain_text("別の画面で保存されました")
    expect(pages[1].locator("#f-owner")).to_have_value("あとの課")
    pages[1].locator(".btn.go").click()
    pages[1].locator('.btn.go[value="post"]').click()
    expect(pages[1].locator(".facts").first).to_contain_text("あとの課", timeout=15_000)
    expect(pages[1].locator("[data-arriving]")).to_have_count(0, timeout=30_000)
    pages[1].get_by_role("button", name="この訂正を元に戻す").click()
    expect(pages[1].locator(".facts").first).not_to_contain_text("あとの課")


def test_nothing_is_wider_than_a_phone(page_as):
    page = page_as(ROLE, BASE, size={"width": 320, "height": 640})

    for path in (BASE, f"{BASE}/P001", f"{BASE}/new", f"{BASE}/P002/withdraw"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
