"""Help and the accessibility statement: for whoever comes, in both languages."""

import pytest

from models.accounts import AccountRole

PAGES = ("/help", "/accessibility", *(f"/help/{role}" for role in AccountRole))


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("path", PAGES)
async def test_help_is_read_without_a_sign_in(browser, path, lang):
    answer = await browser().get(path, params={"lang": lang})

    assert answer.status_code == 200
    assert f'<html lang="{lang}"' in answer.text
    assert "web_" not in answer.text


async def test_help_leads_to_the_pages_that_somebody_may_open(sign_in):
    coordinator = await sign_in(AccountRole.COORDINATOR)

    own = await coordinator.get("/help/coordinator")
    anothers = await coordinator.get("/help/talent")

    assert own.text.count('href="/pools/20/plan"') == 3
    assert 'href="/me"' not in anothers.text


async def test_no_role_no_help(browser):
    assert (await browser().get("/help/nobody")).status_code in {404, 422}
