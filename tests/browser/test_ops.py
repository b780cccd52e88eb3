"""Operators watch: rows come by themselves, an event is followed, a dead letter is mended."""

import json
import re

import pytest
from playwright.sync_api import expect

from models.accounts import AccountRole
from tests.browser.written_beside import append, untitled

pytestmark = pytest.mark.browser


PLAN = "/pools/20/plan"
PIN, UNPIN = "固定して動かさない", "固定を外す"


def pinned(page_as):
    """A coordinator fixes a match, and may let it go again."""
    page = page_as(AccountRole.COORDINATOR, f"{PLAN}?by=time")
    links = page.locator("table.time tbody tr", has_text="提案中").locator("th a")
    match = re.search(r"match=([\w-]+)", links.first.get_attribute("href")).group(1)
    page.goto(f"{PLAN}?match={match}")
    page.locator("#plan-side").get_by_role("button", name=PIN).click()
    expect(page.locator("#plan-side").get_by_role("button", name=UNPIN)).to_be_visible()
    return page


def test_rows_come_pause_holds_them_and_an_event_leads_to_its_trace(page_as):
    ops = page_as(AccountRole.OPS, "/ops/events")
    expect(ops.locator("#pause")).to_be_visible()
    before = ops.locator("#rows tr").first.get_attribute("data-id")

    coordinator = pinned(page_as)
    expect(ops.locator("#rows tr").first).not_to_have_attribute("data-id", before, timeout=60_000)

    ops.locator("#pause").click()
    expect(ops.locator("#pause")).to_have_attribute("aria-pressed", "true")
    held = ops.locator("#rows tr").first.get_attribute("data-id")
    coordinator.locator("#plan-side").get_by_role("button", name=UNPIN).click()
    expect(ops.locator("#live-say")).to_contain_text(re.compile(r"[1-9]"), timeout=60_000)
    expect(ops.locator("#rows tr").first).to_have_attribute("data-id", held)

    ops.locator('#rows a[href^="/ops/traces/"]').first.click()
    expect(ops.locator("ol.trace li").first).to_be_visible()
    ops.locator('a[href^="/ops/events?f=correlation"]').click()
    expect(ops.locator("#rows tr").first).to_be_visible()


def test_a_dead_letter_is_mended_and_replayed(page_as, console_directory):
    record, spoilt = untitled("B-DEAD")
    append(console_directory, spoilt)
    page = page_as(AccountRole.OPS, "/ops/dead-letters")
    link = page.locator('tbody a[href^="/ops/dead-letters/"]')
    for _ in range(30):
        if link.count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    link.first.click()
    page.locator('form[action$="/bytes"] button').click()
    body = page.locator("#f-body")
    assert json.loads(body.input_value())["request"]["titel"] == "窓口改革"

    body.fill("{")
    page.locator('form[action$="/mend"] button').click()
    expect(page.locator("#errors")).to_be_visible()
    expect(page.locator("#f-body")).to_have_value("{")

    page.locator("#f-body").fill(record.value.decode())
    page.locator('form[action$="/mend"] button').click()
    expect(page.locator('form[action$="/mend"]')).to_have_count(0)
    page.locator('a[href^="/ops/traces/"]').click()
    expect(page.locator("ol.trace li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
