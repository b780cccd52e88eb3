"""A workbook with three bad rows, mended and imported; an idea that becomes real."""

import io

import openpyxl
import pytest
from playwright.sync_api import expect

from models.accounts import AccountRole
from tests import make

pytestmark = pytest.mark.browser
MONTH = make.months_ahead(1)[0]
HEAD = ("要請ID", "事業名", "市区町村", "役割", "自前のPM", MONTH)


def workbook(*rows):
    book = openpyxl.Workbook()
    book.active.title = "支援要請"
    for row in (HEAD, *rows):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return {"name": "要請.xlsx", "mimeType": "application/zip", "buffer": content.getvalue()}


def hand_in(page, file):
    page.set_input_files('input[name="file"]', files=[file])
    page.locator('form[enctype="multipart/form-data"] button').click()
    page.wait_for_url("**/imports/**")


def test_bad_rows_are_marked_mended_imported_and_taken_back(page_as):
    page = page_as(AccountRole.COORDINATOR, "/pools/20/sheets")
    hand_in(
        page,
        workbook(
            ("B-1", "窓口改革", "佐久市", "エンジニア", "あり", 16),
            ("B-2", "相談会", "松本市", "だれか", "", 8),
            ("B-3", "広報", "無い市", "PM", "", 8),
            ("B-4", "地図", "松本市", "PM", "", 7.3),
        ),
    )
    expect(page.locator("td.bad")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    hand_in(
        page,
        workbook(
            ("B-1", "窓口改革", "佐久市", "エンジニア", "あり", 16),
            ("B-2", "相談会", "松本市", "PM", "", 8),
        ),
    )
    page.locator('form[action$="/apply"] button').click()
    expect(page.get_by_role("heading", level=1)).to_have_text("取り込みました")

    page.locator('form[action$="/undo"] button').click()
    expect(page.get_by_role("heading", level=1)).to_have_text("取り込みを元に戻しました")


def test_an_idea_is_compared_and_becomes_real(page_as):
    page = page_as(AccountRole.COORDINATOR, "/pools/20/whatif/new?kind=hours")
    page.select_option("#f-talent", index=0)
    page.fill("#f-months", MONTH)
    page.fill("#f-difference", "+4")
    page.locator('form[action$="/new"] button').click()
    page.locator('form[action$="/compare"] button').click()
    expect(page.locator("table.cmp tbody tr").first).to_be_visible(timeout=60_000)

    page.locator('a[href$="/real"]').click()
    page.locator("main form button").click()

    expect(page.locator(".notice.ok")).to_contain_text("1件を記録しました")
