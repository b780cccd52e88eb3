"""Whoever has one role for several things acts for one at a time, and never for another."""

import re

import pytest

from models.accounts import AccountRole, Grant

ROLE = AccountRole.MUNICIPALITY
SAKU, MATSUMOTO = (
    Grant(role=ROLE, pool_id="20", municipalities=(c,)) for c in ("202177", "202029")
)


@pytest.fixture
async def officer(sign_in, parts):
    """An officer of two municipalities, each granted by itself."""
    browser = await sign_in(ROLE)
    account = await parts.store.account("sample-municipality")
    await parts.store.put_account(account.model_copy(update={"grants": (SAKU, MATSUMOTO)}))
    return browser


def token(page):
    return re.search(r'name="csrf" value="([^"]+)"', page.text)[1]


async def switch(browser, grant):
    page = await browser.get("/our")
    return await browser.post("/acting", data={"csrf": token(page), "grant": grant.key})


async def test_an_officer_of_two_municipalities_switches(officer):
    assert "佐久市に来る" in (await officer.get("/our")).text

    done = await switch(officer, MATSUMOTO)
    assert done.headers["location"] == "/our"
    assert "松本市に来る" in (await officer.get("/our")).text

    await switch(officer, SAKU)
    assert "佐久市に来る" in (await officer.get("/our")).text


async def test_a_form_goes_with_what_it_was_shown_for(officer, parts):
    page = await officer.get("/our/requests/new")
    await switch(officer, MATSUMOTO)

    form = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page.text))
    done = await officer.post("/our/requests/new", data=form | {"title": "窓口", "do": "keep"})

    assert done.status_code == 303, done.text
    assert [draft.places for draft in await parts.store.drafts("20")] == [SAKU.municipalities]


async def test_what_was_shown_for_what_is_theirs_no_longer_is_not_recorded(officer, parts):
    page = await officer.get("/our/requests/new")
    account = await parts.store.account("sample-municipality")
    others = (MATSUMOTO, MATSUMOTO.model_copy(update={"municipalities": ("202011",)}))
    await parts.store.put_account(account.model_copy(update={"grants": others}))

    done = await officer.post("/our/requests/new", data={"csrf": token(page), "title": "窓口"})

    assert done.status_code == 403
    assert not await parts.store.drafts("20")


async def test_a_coordinator_of_two_pools_is_taken_to_the_other(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    other = next(
        grant
        for grant in (await parts.store.account("sample-coordinator")).grants
        if grant.pool_id == "15"
    )
    page = await browser.get("/pools/20")
    assert f'<option value="{other.key}">' in page.text

    done = await browser.post("/acting", data={"csrf": token(page), "grant": other.key})

    assert done.headers["location"] == "/pools/15"
    assert (await browser.get("/")).headers["location"] == "/pools/15"


async def test_nobody_acts_for_what_is_not_theirs(officer):
    strange = Grant(role=ROLE, pool_id="20", municipalities=("202011",))

    assert (await switch(officer, strange)).status_code == 404


async def test_whoever_has_no_choice_is_asked_nothing(sign_in):
    browser = await sign_in(AccountRole.TALENT)

    assert "/acting" not in (await browser.get("/me")).text
