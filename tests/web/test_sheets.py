"""Sheets handed in, looked at, imported and taken back."""

import io
import re

import openpyxl
import pytest

from models.accounts import AccountRole
from tests.application.demo_store import take_in
from tests.web.forms import submit

BASE = "/pools/20/sheets"


def csv_of(*rows):
    head = "要請ID,事業名,市区町村,役割,自前のPM,2026-11\n"
    return (head + "\n".join(rows) + "\n").encode()


SOUND = csv_of("W-1,窓口改革,佐久市,エンジニア,あり,16", "W-2,相談会,松本市,PM,,8")
BAD = csv_of(
    "W-1,窓口改革,佐久市,エンジニア,あり,16",
    "W-2,相談会,松本市,だれか,,8",
    "W-3,広報,無い市,PM,,8",
    "W-4,地図,松本市,PM,,7.3",
)


async def hand_in(browser, content, name="requests.csv"):
    page = await browser.get(BASE)
    token = page.text.split('name="csrf" value="')[1].split('"')[0]
    return await browser.post(BASE, data={"csrf": token}, files={"file": (name, content)})


async def test_a_sheet_is_looked_at_imported_and_taken_back(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)

    answer = await hand_in(browser, SOUND)
    here = answer.headers["location"]
    page = await browser.get(here)
    assert page.status_code == 200, page.text
    assert "新しいもの 2件" in page.text
    assert await parts.store.request("20", "W-1") is None

    done = await submit(browser, page, f"{here}/apply")
    assert done.status_code == 303, done.text
    await take_in(parts)
    assert (await parts.store.request("20", "W-1")).title == "窓口改革"

    page = await browser.get(here)
    undone = await submit(browser, page, f"{here}/undo")
    assert "2件を元に戻しました" in undone.text
    await take_in(parts)
    assert (await parts.store.request("20", "W-1")).status == "withdrawn"


async def test_each_bad_cell_is_marked_with_how_to_mend_it(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)

    here = (await hand_in(browser, BAD)).headers["location"]
    page = (await browser.get(here)).text

    assert "4行のうち 3行に直すところがあります" in page
    assert re.findall(r'<td class="bad">(.*?)</td>', page) == ["だれか", "無い市", "7.3"]
    assert '<th scope="row" id="r5">5</th>' in page
    assert "F 2026" in page


async def test_the_sound_rows_can_be_imported_without_the_others(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    here = (await hand_in(browser, BAD)).headers["location"]
    page = await browser.get(here)

    refused = await submit(browser, page, f"{here}/apply", do="all")
    assert refused.status_code == 422
    done = await submit(browser, page, f"{here}/apply", do="sound")
    await take_in(parts)

    assert done.status_code == 303, done.text
    assert await parts.store.request("20", "W-1")
    assert await parts.store.request("20", "W-2") is None


async def test_what_was_changed_since_the_look_is_said_and_nothing_is_imported(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    first = (await hand_in(browser, SOUND)).headers["location"]
    second = (await hand_in(browser, SOUND.replace(b"16", b"24"))).headers["location"]
    looked_at = await browser.get(first)
    other = await browser.get(second)
    await submit(browser, other, f"{second}/apply")
    await take_in(parts)

    answer = await submit(browser, looked_at, f"{first}/apply")

    assert answer.status_code == 409
    assert "ほかの人が内容を変えました" in answer.text
    assert (await parts.store.request("20", "W-1")).revision == 1


@pytest.mark.parametrize("what", ["plan", "plan_csv", "requests", "talents"])
async def test_what_is_exported_is_a_file(sign_in, what):
    browser = await sign_in(AccountRole.COORDINATOR)

    answer = await browser.get(f"{BASE}/export", params={"what": what})

    assert answer.status_code == 200
    assert answer.content.startswith(b"PK")
    assert "attachment" in answer.headers["content-disposition"]


async def test_an_export_is_imported_again_as_unchanged(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)
    export = await browser.get(f"{BASE}/export", params={"what": "talents"})

    here = (await hand_in(browser, export.content, "人材.xlsx")).headers["location"]

    assert "変わるところはありません" in (await browser.get(here)).text


async def test_a_template_is_a_workbook(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)

    answer = await browser.get(f"{BASE}/template/requests")

    assert "支援要請" in openpyxl.load_workbook(io.BytesIO(answer.content)).sheetnames


async def test_more_than_a_file_may_be_is_not_taken(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)

    answer = await hand_in(browser, b"0" * 10_500_000)

    assert answer.status_code == 413


async def test_another_pools_import_is_not_there(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)
    here = (await hand_in(browser, SOUND)).headers["location"]

    assert (await browser.get(here[:-1] + "!")).status_code == 404
    assert (await browser.get(here.replace("/20/", "/99/"))).status_code == 404


async def test_an_officer_has_no_sheets(sign_in):
    browser = await sign_in(AccountRole.MUNICIPALITY)

    assert (await browser.get(BASE)).status_code == 403
