"""An empty installation: its first administrator comes to a plan by clicking alone.

Once with the samples, which are removed again; once with two sheets, one with a bad row.
"""

import io
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, running

pytestmark = pytest.mark.browser

PASSWORD = "correct horse battery"
#: Seconds that the machine may take for all that a person has clicked.
MOST = 60


@pytest.fixture
def admin(tmp_path: Path, chromium: Browser) -> Iterator[Page]:
    """The first administrator of a service in an empty folder, signed in."""
    with running(tmp_path, "up") as address:
        context = chromium.new_context(base_url=address, viewport=DESK, locale="ja-JP")
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.goto("/")
        expect(page.get_by_text("talentpool accounts add-admin")).to_be_visible()
        page.goto(_link(tmp_path, address))
        page.get_by_role("textbox", name="パスワード").fill(PASSWORD)
        page.locator("main form button").click()
        page.get_by_label("ログイン名").fill("kanri")
        page.get_by_role("textbox", name="パスワード").fill(PASSWORD)
        page.get_by_role("button", name="サインインする").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("はじめる準備")
        yield page
        context.close()


def _link(directory: Path, address: str) -> str:
    """As the command line prints it, at the address of the console."""
    environment = {**os.environ, "TALENTPOOL_DATABASE": f"sqlite:///{directory}/talentpool.db"}
    command = [sys.executable, "-m", "service", "accounts", "add-admin", "kanri"]
    root = Path(__file__).parents[2]
    said = subprocess.run(
        command, env=environment, cwd=root, capture_output=True, text=True, check=True
    ).stdout
    return address + re.search(r"/new-password/\S+", said).group()


def _see_plan(page: Page) -> None:
    page.wait_for_url("**/plan", timeout=MOST * 1000)
    expect(page.locator("main table tbody th a").first).to_be_visible()


def test_the_samples_lead_to_a_plan_and_are_removed_again(admin):
    began = time.monotonic()
    admin.get_by_role("button", name="長野県の見本を読み込む").click()
    _see_plan(admin)
    print(f"samples: {time.monotonic() - began:.1f} s from the click to the plan")

    admin.goto("/start")
    admin.get_by_role("button", name="長野県の見本を消す").click()

    expect(admin.get_by_role("button", name="長野県の見本を読み込む")).to_be_visible()
    assert admin.goto("/pools/20/plan").status == 403


def test_two_sheets_lead_to_a_plan(admin, tmp_path):
    began = time.monotonic()
    admin.get_by_label("都道府県", exact=True).select_option(label="佐賀県")
    admin.get_by_role("button", name="このプールではじめる").click()

    _hand_in(admin, "talents", {"人材ID": "T-1", "氏名": "見本 太郎", "役割": "だれか"})
    expect(admin.locator("td.bad")).to_have_count(1)
    admin.get_by_role("link", name="はじめる準備").first.click()
    admin.wait_for_url("**/start")
    admin.goto("/pools/41/start")
    _hand_in(admin, "talents", {"人材ID": "T-1", "氏名": "見本 太郎", "役割": "PM"})
    _apply(admin)
    _hand_in(
        admin,
        "requests",
        {"要請ID": "N-1", "市区町村コード": "412015", "市区町村": "佐賀市", "役割": "PM"},
    )
    admin.locator('form[action$="/apply"] button').click()
    admin.locator("main .btns a.go").click()  # back to the first steps, or straight to the plan
    # They lead on by themselves where the plan is being made, and by a button where it is there.
    to_plan = admin.locator('main a.go[href$="/plan"]')
    to_plan.or_(admin.locator("#plan-board")).first.wait_for(timeout=MOST * 1000)
    if to_plan.is_visible():
        to_plan.click()
    _see_plan(admin)

    expect(admin.locator("main")).to_contain_text("見本 太郎")
    print(f"two sheets: {time.monotonic() - began:.1f} s from the first click to the plan")


def _hand_in(page, kind, row):
    """The template as it was taken, with its example changed, and hours in the first months."""
    with page.expect_download() as taken:
        page.locator(f'a[href$="/sheets/template/{kind}"]').click()
    book = openpyxl.load_workbook(io.BytesIO(taken.value.path().read_bytes()))
    sheet = book.active
    heads = {str(cell.value).rstrip("*＊"): cell for cell in sheet[1] if cell.value}
    months = [head for head in heads if re.fullmatch(r"\d{4}-\d{2}", head)]
    for head, value in {**row, **dict.fromkeys(months[:3], 16)}.items():
        sheet.cell(2, heads[head].column, value)
    content = io.BytesIO()
    book.save(content)
    file = {"name": f"{kind}.xlsx", "mimeType": "application/zip", "buffer": content.getvalue()}
    page.set_input_files(f"#f-{kind}", files=[file])
    page.locator(f"form:has(#f-{kind}) button").click()
    page.wait_for_url("**/imports/**")


def _apply(page: Page) -> None:
    page.locator('form[action$="/apply"] button').click()
    page.get_by_role("link", name="はじめる準備へ戻る").click()
    page.wait_for_url("**/start")
