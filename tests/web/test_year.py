"""A talent's year, and the calendar that other programs read it from."""

import pytest

from application.queries.own_year import own_year
from models.accounts import AccountRole
from models.hours import decimal


@pytest.fixture
async def me(parts):
    """The grant of the sample talent."""
    account = await parts.store.account("sample-talent")
    return account.grants[0]


async def test_the_year_says_what_the_view_says(sign_in, parts, me):
    browser = await sign_in(AccountRole.TALENT)
    year = await own_year(parts.session(), me.pool_id, me.talent_id)

    page = (await browser.get("/me/year")).text

    assert year.work
    for work in year.work:
        assert f'/me/matches/{work.match_id}"><b>{decimal(work.hours)}</b>' in page
    assert "元日" in page
    assert "成人の日" in page


async def test_the_year_is_complete_in_english(sign_in):
    browser = await sign_in(AccountRole.TALENT)

    page = (await browser.get("/me/year?lang=en")).text

    assert "New Year&#39;s Day" in page
    assert "閉庁日" not in page
    assert "元日" not in page
