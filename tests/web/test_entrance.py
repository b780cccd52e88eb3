"""Coming in and going out; what was typed before the session ended is not lost."""

import pytest

from models.accounts import AccountRole
from tests.web.forms import submit


@pytest.mark.parametrize("role", AccountRole)
async def test_a_sample_role_is_entered_with_one_click(sign_in, role):
    browser = await sign_in(role)

    first = await browser.get("/")

    assert first.status_code == 303


async def test_the_sign_in_offers_the_sample_roles(browser):
    page = await browser().get("/sign-in")

    assert page.status_code == 200
    assert page.text.count('name="role"') == len(AccountRole)


async def test_whoever_is_not_signed_in_is_asked_to(browser):
    answer = await browser().get("/", headers={"accept": "text/html"})

    assert answer.status_code == 401
    assert "サインイン" in answer.text


async def test_a_change_without_the_token_of_the_session_is_not_made(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)

    answer = await browser.post("/language", data={"to": "en"})

    assert answer.status_code == 403
    assert 'lang="ja"' in (await browser.get("/nowhere")).text


async def test_the_language_stays(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)
    page = await browser.get("/nowhere")

    await submit(browser, page, "/language", to="en")

    assert 'lang="en"' in (await browser.get("/nowhere")).text


async def test_after_the_sign_out_the_old_cookie_is_worth_nothing(sign_in):
    browser = await sign_in(AccountRole.COORDINATOR)
    cookie = dict(browser.cookies)
    await submit(browser, await browser.get("/nowhere"), "/sign-out")

    browser.cookies.update(cookie)

    assert (await browser.get("/")).status_code == 401


@pytest.mark.parametrize("path", ["//evil.example", "/\\evil.example", "https://evil.example", "x"])
async def test_nobody_is_sent_to_another_host(browser, path):
    answer = await browser().post("/sign-in/sample", data={"role": "ops", "held_path": path})

    assert answer.headers["location"] == "/"
