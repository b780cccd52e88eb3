"""The coordinator's first page."""

from models.accounts import AccountRole
from tests.web.forms import submit


async def test_it_says_what_waits_and_how_well_the_pool_is_served(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)

    page = await browser.get("/pools/20")

    assert page.status_code == 200
    assert "あなたの対応を待っているもの" in page.text
    assert "支援が届く市区町村" in page.text


async def test_it_is_complete_in_english(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)
    await submit(browser, await browser.get("/pools/20"), "/language", to="en")

    page = await browser.get("/pools/15")

    assert "Where it is stuck" in page.text
    assert "充足" not in page.text


async def test_others_have_no_first_page_of_a_pool(sign_in):
    for role in (AccountRole.TALENT, AccountRole.OPS, AccountRole.ADMIN, AccountRole.MUNICIPALITY):
        browser = await sign_in(role)
        assert (await browser.get("/pools/20")).status_code == 403
