"""Whoever guesses passwords holds off themselves: nobody else, and nobody who is signed in."""

import httpx
import pytest

from application.access import management, tries
from application.access.tries import OF_LOGIN_ANYWHERE
from tests.web.conftest import ORIGIN
from tests.web.forms import submit
from tests.web.test_sign_in import PASSWORD, sign_in_as
from web.app import create_app


@pytest.fixture
async def boss(parts):
    """An administrator with a password."""
    return await management.new_admin(parts.store, "Boss@Example.jp", "架空 太郎", PASSWORD)


@pytest.fixture
async def elsewhere(house):
    """Makes browsers at addresses."""
    app, made = create_app(house), []

    def one(address):
        transport = httpx.ASGITransport(app=app, client=(address, 1))
        made.append(httpx.AsyncClient(transport=transport, base_url=ORIGIN))
        return made[-1]

    yield one
    for each in made:
        await each.aclose()


async def test_five_wrong_tries_hold_off_whoever_made_them_and_nobody_else(elsewhere, boss, parts):
    open_session = elsewhere("192.0.2.7")
    await sign_in_as(open_session)
    guesser, inside = elsewhere("203.0.113.9"), elsewhere("192.0.2.7")
    for _ in range(5):
        assert (await sign_in_as(guesser, password="x" * 12)).status_code == 422

    answer = await sign_in_as(guesser)  # the right one

    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "900"
    assert "あと15分" in answer.text
    assert (await open_session.get("/account")).status_code == 200
    changed = await submit(
        open_session,
        await open_session.get("/account"),
        "/account/password",
        password=PASSWORD,
        new_password="n" * 12,
    )
    assert changed.status_code == 303
    assert (await sign_in_as(inside, password="n" * 12)).status_code == 303
    assert (await sign_in_as(guesser, password="n" * 12)).status_code == 429


async def test_a_login_is_not_guessed_on_from_ever_new_addresses(elsewhere, boss, parts):
    for at in range(OF_LOGIN_ANYWHERE):
        line = f"2001:db8:0:{at:x}::1"
        await tries.of_login(parts.store, boss.login, line, parts.now())

    assert (await sign_in_as(elsewhere("192.0.2.7"))).status_code == 429


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("", "testclient", False),
    ],
)
def test_whoever_has_a_whole_network_has_the_tries_of_one(one, other, same):
    assert (tries.line_of(one) == tries.line_of(other)) is same


async def test_an_administrator_sees_a_pause_and_lifts_it(elsewhere, boss, parts):
    other = await management.new_admin(parts.store, "other", "架空 次郎", PASSWORD)
    guesser, admin = elsewhere("203.0.113.9"), elsewhere("192.0.2.7")
    for _ in range(5):
        await sign_in_as(guesser, "other", "x" * 12)
    await sign_in_as(admin)
    path, lift = f"/admin/accounts/{other.account_id}", "停止を解く"
    page = await admin.get(path)
    assert lift in page.text
    assert lift not in (await admin.get(f"/admin/accounts/{boss.account_id}")).text

    assert (await submit(admin, page, f"{path}/open-again")).status_code == 303

    assert lift not in (await admin.get(path)).text
    assert (await sign_in_as(guesser, "other")).status_code == 303
