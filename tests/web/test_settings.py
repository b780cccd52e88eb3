"""A pool's settings: shown in words, tried on the plan, set on the revision that was seen."""

import asyncio

from models.accounts import AccountRole
from tests.application.demo_store import take_in
from tests.web.forms import fields_of, submit

BASE = "/pools/20/settings"


async def previewed(browser, **typed):
    page = await browser.get(BASE)
    fields = fields_of(page.text, f"{BASE}/preview")
    params = {name: values[-1] for name, values in fields.items()} | typed
    for _ in range(200):
        page = await browser.get(f"{BASE}/preview", params=params)
        if "data-arriving" not in page.text:
            break
        await asyncio.sleep(0.2)
    return page


async def test_settings_are_tried_set_and_set_back(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)

    page = await previewed(browser, **{"weights.coverage": "80", "horizon": "10"})
    assert page.status_code == 200, page.text
    assert "<del>50</del> → <ins>80</ins>" in page.text
    assert "充足した時間" in page.text
    assert (await parts.store.settings("20"))[0].weights.coverage == 50

    saved = await submit(browser, page, BASE)
    await take_in(parts)
    settings, _ = await parts.store.settings("20")
    assert (settings.weights.coverage, settings.horizon) == (80, 10)

    back = saved.text.split('href="/pools/20/settings/preview?')[1].split('"')[0]
    back = back.replace("&amp;", "&")
    page = await browser.get(f"{BASE}/preview?{back}")
    assert "<del>80</del> → <ins>50</ins>" in page.text


async def test_what_others_have_set_meanwhile_is_not_overwritten(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    first = await previewed(browser, **{"weights.coverage": "80"})
    other = await previewed(browser, **{"weights.coverage": "70"})
    await submit(browser, other, BASE)
    await take_in(parts)

    answer = await submit(browser, first, BASE)

    assert answer.status_code == 409
    assert 'value="80"' in answer.text
    assert (await parts.store.settings("20"))[0].weights.coverage == 70


async def test_an_older_page_sets_back_nothing_that_it_did_not_touch(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    older = await browser.get(BASE)
    other = await previewed(browser, **{"weights.coverage": "70", "horizon": "10"})
    await submit(browser, other, BASE)
    await take_in(parts)
    form = fields_of(older.text, f"{BASE}/preview")

    told = await browser.get(f"{BASE}/preview", params=form | {"horizon": "11"})
    assert told.status_code == 409
    assert "「10」" in told.text
    form = fields_of(told.text, f"{BASE}/preview")
    page = await browser.get(f"{BASE}/preview", params=form)

    assert page.text.count("<ins>") == 1
    await submit(browser, page, BASE)
    await take_in(parts)
    settings, _ = await parts.store.settings("20")
    assert (settings.weights.coverage, settings.horizon) == (70, 11)


async def test_what_cannot_be_is_said_beside_its_field_and_kept(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)

    page = await browser.get(f"{BASE}/preview", params={"horizon": "many", "block": "4"})

    assert page.status_code == 422
    assert 'id="e-horizon"' in page.text
    assert 'value="many"' in page.text


async def test_the_settings_speak_english(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)

    assert "Settings of the pool" in (await browser.get(f"{BASE}?lang=en")).text
