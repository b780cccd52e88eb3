"""By password: whoever has it comes in, whoever guesses is held off, and learns nothing."""

import re
from datetime import timedelta

import pytest

from application.access import enrolment, management, one_time_codes
from application.access.browser_sessions import SessionTimes, digest, signed_in
from models.accounts import AccountRole, Grant
from models.audit import AuditSearch, Outcome
from models.credentials import TicketKind
from tests.web.forms import submit

PASSWORD = "correct horse battery"


@pytest.fixture
async def boss(parts):
    """An administrator with a password."""
    return await management.new_admin(parts.store, "Boss@Example.jp", "架空 太郎", PASSWORD)


async def sign_in_as(browser, login="boss@example.jp", password=PASSWORD):
    return await submit(
        browser, await browser.get("/sign-in"), "/sign-in", login=login, password=password
    )


@pytest.mark.parametrize("login", ["boss@example.jp", " BOSS@Example.JP ", "ＢＯＳＳ＠example.jp"])
async def test_the_login_is_folded(browser, boss, login):
    one = browser()

    answer = await sign_in_as(one, login)

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert (await one.get("/")).status_code == 303


async def test_unknown_login_and_wrong_password_are_answered_alike(browser, boss):
    one = browser()

    wrong = await sign_in_as(one, password="wrong password!")
    unknown = await sign_in_as(one, login="nobody@example.jp")

    assert wrong.status_code == unknown.status_code == 422
    assert wrong.text.replace("boss", "nobody") == unknown.text
    assert PASSWORD not in wrong.text


async def test_a_disabled_account_is_answered_as_a_wrong_password(browser, boss, parts):
    await management.new_admin(parts.store, "other", "", PASSWORD)
    await management.disable(parts.store, boss, parts.now())

    answer = await sign_in_as(browser())

    assert answer.status_code == 422


async def test_who_was_right_begins_to_count_anew(browser, boss):
    one = browser()
    for _ in range(3):
        for _ in range(4):
            await sign_in_as(one, password="x" * 12)
        assert (await sign_in_as(browser())).status_code == 303


async def test_the_session_before_the_sign_in_is_worth_nothing_after_it(browser, boss, parts):
    one = browser()
    await sign_in_as(one)
    planted = one.cookies["talentpool"]
    victim = browser()
    page = await victim.get("/sign-in")
    form = {"login": "boss@example.jp", "password": PASSWORD, "csrf": ""}
    session = await parts.store.web_session(digest(planted))

    answer = await victim.post(
        "/sign-in",
        data=form | {"csrf": session.csrf},
        headers={"cookie": f"talentpool={planted}"},
    )

    assert page.status_code == 200
    assert answer.status_code == 303
    assert victim.cookies["talentpool"] != planted
    assert await parts.store.web_session(digest(planted)) is None


async def test_the_code_of_the_authenticator_is_asked_for_and_used_once(browser, boss, parts):
    secret = one_time_codes.new_secret()
    await parts.store.amend_credentials(boss.account_id, totp=secret)
    code = one_time_codes.pyotp.TOTP(secret).at(parts.now())
    one = browser()
    page = await sign_in_as(one)
    assert "talentpool" not in one.cookies

    first = await submit(one, page, "/sign-in/code", one_time_code=code)
    again = browser()
    second = await submit(again, await sign_in_as(again), "/sign-in/code", one_time_code=code)

    assert first.status_code == 303
    assert second.status_code == 422
    assert "talentpool" not in again.cookies


async def test_a_recovery_code_is_crossed_out(browser, boss, parts):
    code = one_time_codes.new_recovery_codes()[0]
    kept = one_time_codes.recovery_digest(boss.account_id, code)
    await parts.store.amend_credentials(
        boss.account_id, totp=one_time_codes.new_secret(), recovery=(kept,)
    )
    one = browser()

    first = await submit(one, await sign_in_as(one), "/sign-in/code", one_time_code=code.upper())
    second = await submit(one, await sign_in_as(browser()), "/sign-in/code", one_time_code=code)

    assert (first.status_code, second.status_code) == (303, 403)  # the browser had signed in
    assert (await parts.store.credentials(boss.account_id)).recovery == ()


async def test_codes_cannot_be_guessed_on_either(browser, boss, parts):
    await parts.store.amend_credentials(boss.account_id, totp=one_time_codes.new_secret())
    one = browser()
    page = await sign_in_as(one)
    answers = [await submit(one, page, "/sign-in/code", one_time_code="000000") for _ in range(6)]

    assert [each.status_code for each in answers] == [422] * 5 + [429]
    elsewhere = browser()  # who has the password gains no tries by signing in again
    page = await sign_in_as(elsewhere)
    assert (await submit(elsewhere, page, "/sign-in/code", one_time_code="1")).status_code == 429


async def test_an_invitation_makes_one_account(browser, parts):
    grant = Grant(role=AccountRole.COORDINATOR, pool_id="20")
    key = await enrolment.invite(parts.store, (grant,), made_by="admin:x", now=parts.now())
    one, path = browser(), f"/welcome/{key}"
    typed = {"name": "架空 花子", "login": "hanako", "password": PASSWORD}

    page = await one.get(path)
    short = await submit(one, page, "", **typed | {"password": "short"})
    made = await submit(one, page, "", **typed)
    again = await browser().get(path)

    assert "長野県" in page.text
    assert short.status_code == 422
    assert 'value="架空 花子"' in short.text
    assert made.headers["location"] == "/"
    assert (await one.get("/")).headers["location"] == "/pools/20"
    assert again.status_code == 404
    stored = await parts.store.ticket(digest(key))
    assert key not in stored.model_dump_json()


async def test_a_login_that_is_taken_leaves_the_invitation_open(browser, boss, parts):
    grant = Grant(role=AccountRole.OPS)
    key = await enrolment.invite(parts.store, (grant,), made_by="admin:x", now=parts.now())
    one = browser()

    typed = {"name": "名", "login": "BOSS@example.jp", "password": PASSWORD}
    answer = await submit(one, await one.get(f"/welcome/{key}"), "", **typed)

    assert answer.status_code == 422
    assert "使われています" in answer.text
    assert (await one.get(f"/welcome/{key}")).status_code == 200


async def test_an_invitation_is_over_after_a_week_and_when_it_is_revoked(parts):
    grant, now = Grant(role=AccountRole.OPS), parts.now()
    key = await enrolment.invite(parts.store, (grant,), made_by="a", now=now)
    with pytest.raises(enrolment.LinkOver):
        await enrolment.invitation(parts.store, key, now + timedelta(days=7))

    [ticket] = await parts.store.tickets(TicketKind.INVITATION, now)
    assert await parts.store.revoke_ticket(ticket.ticket_id, now)

    with pytest.raises(enrolment.LinkOver):
        await enrolment.invitation(parts.store, key, now)


async def test_a_reset_sets_the_password_and_ends_every_session(browser, boss, parts):
    before = browser()
    await sign_in_as(before)
    key = await enrolment.reset_link(parts.store, boss.account_id, made_by="a", now=parts.now())
    one = browser()

    answer = await submit(one, await one.get(f"/new-password/{key}"), "", password="n" * 12)

    assert answer.headers["location"] == "/sign-in"
    assert (await before.get("/")).status_code == 401
    assert (await sign_in_as(browser())).status_code == 422
    assert (await sign_in_as(browser(), password="n" * 12)).status_code == 303
    assert (await one.get(f"/new-password/{key}")).status_code == 404


@pytest.mark.parametrize("password", ["eleven char", "BOSS@example.jp", "x" * 257])
async def test_a_password_is_long_and_not_the_login(boss, parts, password):
    key = await enrolment.reset_link(parts.store, boss.account_id, made_by="a", now=parts.now())

    with pytest.raises(enrolment.Mistake):
        await enrolment.reset(parts.store, key, password, parts.now())


async def test_a_hash_of_older_parameters_is_made_anew(browser, boss, parts):
    from argon2 import PasswordHasher

    old = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(PASSWORD)
    await parts.store.amend_credentials(boss.account_id, password=old)

    await sign_in_as(browser())

    kept = (await parts.store.credentials(boss.account_id)).password
    assert re.match(r"\$argon2id\$v=19\$m=19456,t=2,p=1\$", kept)


async def test_a_session_ends_by_time(browser, boss, parts):
    one = browser()
    await sign_in_as(one)
    times = SessionTimes(idle=timedelta(minutes=60), absolute=timedelta(hours=12))

    async def at(**later):
        now = parts.now() + timedelta(**later)
        return await signed_in(parts.store, one.cookies["talentpool"], now, times)

    assert await at(minutes=60)
    assert await at(minutes=119)
    for hour in range(2, 12):
        assert await at(hours=hour, minutes=50)
    assert await at(hours=12, minutes=1) is None


async def test_another_site_cannot_sign_anybody_in(browser, boss):
    one = browser()

    answer = await one.post(
        "/sign-in",
        data={"login": "boss@example.jp", "password": PASSWORD},
        headers={"origin": "https://evil.example"},
    )

    assert answer.status_code == 401
    assert "talentpool" not in one.cookies


async def test_failures_are_recorded(browser, boss, parts):
    await sign_in_as(browser(), password="x" * 12)

    [(_, record)] = await parts.store.audit(AuditSearch(), before=None, limit=9)
    assert (record.action, record.outcome, record.actor) == ("sign_in", Outcome.REFUSED, "")
