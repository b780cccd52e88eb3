"""The plan as a map, where a file of shapes is named; its table says the same."""

import re
from dataclasses import replace

import httpx
import pytest

from application.queries.plan import plan_of
from infra.shapes.pool_maps import pool_maps
from models.accounts import AccountRole
from tests.made_up_shapes import squares, write
from tests.web.conftest import ORIGIN
from web.app import create_app

MAP = "/pools/20/plan?by=map"


@pytest.fixture
async def mapped(house, parts, tmp_path):
    """A coordinator's browser, where shapes of the pool's municipalities are known."""
    view = await plan_of(parts.session(), "20")
    asked = sorted({code for row in view.places for code in row.municipalities} - {"200000"})
    shapes = write(tmp_path / "shapes.geojson", squares([*asked[1:], "202070"]))
    app = create_app(replace(house, maps=pool_maps(shapes, parts.places.known)))
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as browser:
        await browser.post("/sign-in/sample", data={"role": AccountRole.COORDINATOR.value})
        yield browser


def drawing(page):
    [found] = re.findall(r'<svg class="map".*?</svg>', page.text, re.DOTALL)
    return found


async def test_without_shapes_there_is_neither_tab_nor_page(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)

    assert "by=map" not in (await browser.get("/pools/20/plan")).text
    assert (await browser.get(MAP)).status_code == 404


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_each_shape_leads_to_its_row_which_says_the_same(mapped, parts, lang):
    page = await mapped.get(f"{MAP}&lang={lang}")
    svg = drawing(page)
    rows = dict(re.findall(r'<tr id="p-(\d{6})">(.*?)</tr>', page.text))
    shapes = re.findall(r'<a href="#p-(\d{6})"><title>(.*?)</title><path class="(\w+)"', svg)

    assert page.status_code == 200
    assert len(svg.encode()) <= 60_000
    assert "by=map" in (await mapped.get("/pools/20/plan")).text
    assert shapes
    for code, title, state in shapes:
        word = re.findall(r"<td>([^<]+)</td>$", rows[code])[0]
        assert title.endswith(word)
        assert f'id="m-{state}"' in svg  # a pattern, not a colour alone
    # Who has no shape has a row: one municipality, and the prefecture itself.
    assert len(rows) == len(shapes) + 2
    assert {state for _, _, state in shapes} > {"l0", "l1"}


async def test_the_hours_are_those_of_the_board(mapped, parts):
    view = await plan_of(parts.session(), "20")
    alone = next(
        row
        for row in view.places
        if row.asked and sum(row.municipalities[0] in o.municipalities for o in view.places) == 1
    )
    code = alone.municipalities[0]

    page = await mapped.get(MAP)

    cells = re.search(rf'<tr id="p-{code}">(.*?)</tr>', page.text)[1]
    asked, served = (f"{each / 4:,g}" for each in (alone.asked, alone.served))
    assert f'<td class="n">{asked}</td><td class="n">{served}</td>' in cells


async def test_who_is_not_looked_for_has_no_row_and_no_link(mapped):
    everybody = await mapped.get(MAP)
    code = re.findall(r'<a href="#p-(\d{6})">', everybody.text)[0]

    one = await mapped.get(f"{MAP}&place={code}")

    assert re.findall(r'<tr id="p-(\d{6})">', one.text) == [code]
    assert re.findall(r'<a href="#p-(\d{6})">', one.text) == [code]
    assert drawing(one).count("<path") == drawing(everybody).count("<path")
