"""An organisation's own sign-in, over real HTTP: only people with an account here enter."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc.jwk import ECKey

from application.access import enrolment, management, one_time_codes
from infra.identity_provider import OpenIdProvider
from models.accounts import AccountRole, Grant
from service.web_wiring import web_house
from tests.web.conftest import ORIGIN
from tests.web.fake_provider import CLIENT, SECRET, FakeProvider, serving
from tests.web.forms import submit
from tests.web.test_sign_in import PASSWORD, sign_in_as
from web.app import create_app


@pytest.fixture
def provider() -> Iterator[FakeProvider]:
    with serving(FakeProvider()) as made:
        yield made


@pytest.fixture
async def boss(parts):
    return await management.new_admin(parts.store, "boss@example.jp", "架空 太郎")


@pytest.fixture
async def app(parts, provider):
    asked = OpenIdProvider(
        issuer=provider.issuer,
        client_id=CLIENT,
        client_secret=SECRET,
        claim="email",
        redirect=f"{ORIGIN}/sign-in/outside/back",
    )
    return create_app(replace(web_house(parts, ORIGIN), provider=asked))


@pytest.fixture
async def browser(app):
    made = []

    def one():
        made.append(httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=ORIGIN))
        return made[-1]

    yield one
    for each in made:
        await each.aclose()


async def asked(browser, then="/", **more):
    """Where the browser is sent, and the state."""
    answer = await browser.get("/sign-in/outside", params={"then": then, **more})
    there = answer.headers["location"]
    return there, parse_qs(urlsplit(there).query)["state"][0]


async def come_back(browser, provider, then="/", code=None, more=None, **claims):
    there, state = await asked(browser, then, **(more or {}))
    agreed = provider.agree(there, **{"email": "boss@example.jp", "email_verified": True, **claims})
    return await browser.get(
        "/sign-in/outside/back", params={"state": state, "code": code or agreed}
    )


async def test_who_has_an_account_enters_and_goes_where_they_wanted(browser, provider, boss):
    one = browser()

    answer = await come_back(one, provider, "/account", email="Boss@Example.JP")

    assert (answer.status_code, answer.headers["location"]) == (303, "/account")
    assert (await one.get("/account")).status_code == 200


async def test_who_has_no_account_does_not_enter(browser, provider, boss):
    one = browser()

    answer = await come_back(one, provider, email="stranger@example.jp")

    assert answer.status_code == 422
    assert "talentpool" not in one.cookies


async def test_who_was_invited_makes_an_account_by_it(browser, provider, parts):
    grant = Grant(role=AccountRole.OPS)
    key = await enrolment.invite(parts.store, (grant,), made_by="a", now=parts.now())
    one = browser()

    answer = await come_back(
        one, provider, more={"key": key}, email="new@example.jp", name="架空 新子"
    )

    assert answer.status_code == 303
    made = await parts.store.account_by_login("new@example.jp")
    assert (made.name, made.grants) == ("架空 新子", (grant,))
    assert (await one.get(f"/welcome/{key}")).status_code == 404
    assert (await come_back(browser(), provider, email="new@example.jp")).status_code == 303


@pytest.mark.parametrize("then", ["//evil.example", "https://evil.example/", "/\\evil.example"])
async def test_nobody_is_sent_to_another_host(browser, provider, boss, then):
    answer = await come_back(browser(), provider, then)

    assert answer.headers["location"] == "/"


async def test_an_answer_is_taken_by_the_browser_that_asked_and_once(browser, provider, boss):
    one, other = browser(), browser()
    there, state = await asked(one)
    query = {
        "state": state,
        "code": provider.agree(there, email="boss@example.jp", email_verified=True),
    }
    await asked(other)

    planted = await other.get("/sign-in/outside/back", params=query)
    right = await one.get("/sign-in/outside/back", params=query)
    again = await one.get("/sign-in/outside/back", params=query)

    assert [each.status_code for each in (planted, right, again)] == [422, 303, 422]


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another client"},
        {"aud": [CLIENT, "other"], "azp": "other"},
        {"iss": "https://evil.example"},
        {"exp": 1},
        {"exp": None},
        {"sub": None},
        {"email": None},
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "true"},
    ],
)
async def test_an_answer_that_is_not_to_our_question_is_refused(browser, provider, boss, claims):
    one = browser()

    answer = await come_back(one, provider, **claims)

    assert answer.status_code == 422
    assert "talentpool" not in one.cookies


async def test_a_signature_of_another_key_is_refused(browser, provider, boss):
    provider.signing = ECKey.generate_key("P-256", {"kid": "k1"})

    assert (await come_back(browser(), provider)).status_code == 422


async def test_a_wrong_code_is_refused(browser, provider, boss):
    assert (await come_back(browser(), provider, code="guessed")).status_code == 422


async def test_a_provider_that_describes_another_is_refused(browser, provider, boss):
    provider.about = {"issuer": "https://evil.example"}

    answer = await browser().get("/sign-in/outside")

    assert answer.status_code == 422


async def test_whoever_gets_the_same_name_later_does_not_get_in(browser, provider, boss):
    assert (await come_back(browser(), provider)).status_code == 303

    answer = await come_back(browser(), provider, sub="subject-2")

    assert answer.status_code == 422


async def test_a_name_that_somebody_chose_at_the_provider_opens_nobodys_account(
    parts, provider, boss
):
    asked = OpenIdProvider(
        issuer=provider.issuer,
        client_id=CLIENT,
        client_secret=SECRET,
        claim="preferred_username",
        redirect=f"{ORIGIN}/sign-in/outside/back",
    )
    app = create_app(replace(web_house(parts, ORIGIN), provider=asked))
    key = await enrolment.invite(
        parts.store, (Grant(role=AccountRole.OPS),), made_by="a", now=parts.now()
    )
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=ORIGIN) as one:
        for more in ({}, {"key": key}):
            answer = await come_back(one, provider, more=more, preferred_username="boss@example.jp")

            assert answer.status_code == 422
            assert "talentpool" not in one.cookies
    assert not (await parts.store.credentials(boss.account_id)).outside


async def test_who_is_signed_in_connects_their_own_and_nobody_elses(browser, provider, parts):
    boss = await management.new_admin(parts.store, "boss", "架空 太郎", PASSWORD)
    other = await management.new_admin(parts.store, "other", "架空 次郎", PASSWORD)
    one, stranger = browser(), browser()
    await sign_in_as(one, "boss")
    await sign_in_as(stranger, "other")

    async def connected(by, password=PASSWORD, back=None):
        page = await submit(by, await by.get("/account"), "/account/outside", password=password)
        found = re.search(r'href="(http://127[^"]+)"', page.text)
        if found is None:
            return page.status_code
        there = html.unescape(found[1])
        state = parse_qs(urlsplit(there).query)["state"][0]
        query = {"state": state, "code": provider.agree(there, email="any@example.jp")}
        if back:
            back.cookies.set("outside", state, path="/sign-in/outside")
        return (await (back or by).get("/sign-in/outside/back", params=query)).status_code

    assert await connected(one, "not the password") == 422
    assert await connected(one, back=stranger) == 422
    assert not (await parts.store.credentials(other.account_id)).outside
    assert await connected(one) == 303
    assert await connected(stranger) == 422  # the same subject, already of another
    assert (await parts.store.credentials(boss.account_id)).outside.endswith("subject-1")
    answer = await come_back(browser(), provider, email="new@example.jp")
    assert answer.status_code == 303


async def test_one_time_codes_are_asked_for_all_the_same(browser, provider, boss, parts):
    await parts.store.amend_credentials(boss.account_id, totp=one_time_codes.new_secret())
    one = browser()

    answer = await come_back(one, provider)

    assert 'name="one_time_code"' in answer.text
    assert "talentpool" not in one.cookies


async def test_a_provider_that_is_away_is_said(browser, provider, boss):
    provider.about = {"token_endpoint": "http://127.0.0.1:9/token"}

    assert (await come_back(browser(), provider)).status_code == 503
