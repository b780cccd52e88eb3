"""An officer's request from the draft to who comes, with the coordinator between."""

import pytest
from playwright.sync_api import Page, expect

from models.accounts import AccountRole

pytestmark = pytest.mark.browser

TITLE = "画面から渡した窓口の改革"


def write(page: Page) -> None:
    """A draft with a PM, as far as the last step; the municipality stands there already."""
    page.locator("#f-title").fill(TITLE)
    page.locator(".btn.go").click()
    page.locator('button[value="add"]').click()
    expect(page.locator("fieldset.part")).to_have_count(1)
    page.locator('.btn.go[value="next"]').click()
    page.locator("input[name^='hours-1-']").first.fill("4")
    page.locator('[data-copy="1"]').click()
    page.locator(".btn.go").click()
    page.locator("#f-owner").fill("総務課")
    page.locator("#f-operator").fill("情報政策課")
    page.locator(".btn.go").click()


def test_an_officer_drafts_a_coordinator_posts_the_officer_sees_who_comes(page_as):
    officer = page_as(AccountRole.MUNICIPALITY, "/our/requests")
    officer.locator(".head .btn.go").click()
    write(officer)
    officer.locator('.btn.go[value="hand"]').click()
    draft = officer.locator("li", has_text=TITLE)
    expect(draft.locator(".chip")).to_contain_text("調整担当に渡した")

    coordinator = page_as(AccountRole.COORDINATOR, "/pools/20/requests?status=draft")
    coordinator.get_by_role("link", name=TITLE).click()
    coordinator.locator('.btn.go[value="post"]').click()
    expect(coordinator.locator("[data-arriving]")).to_have_count(0, timeout=30_000)

    officer.reload()
    expect(draft.locator(".chip")).to_contain_text("提出された")
    draft.get_by_role("link", name=TITLE).click()
    expect(officer.locator("h1")).to_have_text(TITLE)
    expect(officer.locator("[data-arriving]")).to_have_count(0, timeout=30_000)
    expect(officer.locator("tbody th[scope=row]").first).to_contain_text("PM")
    officer.goto("/our")
    expect(officer.locator("#requests ~ .own li", has_text=TITLE)).to_be_visible()
    expect(officer.locator("#coming")).to_be_visible()


def test_nothing_is_wider_than_a_phone(page_as):
    page = page_as(AccountRole.MUNICIPALITY, "/our", size={"width": 320, "height": 640})
    paths = [page.locator(".todo a").first.get_attribute("href")]
    paths += [f"{paths[0]}/accept", f"{paths[0]}/decline", "/our", "/our/requests"]
    paths.append(page.locator("#requests ~ .own a").first.get_attribute("href"))

    for path in paths:
        page.goto(str(path))
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
