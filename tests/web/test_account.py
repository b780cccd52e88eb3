"""What people settle for themselves, and what administrators and coordinators do with accounts."""

import re
from datetime import timedelta

import pytest

from application.access import management, one_time_codes
from application.access.api_tokens import make_token
from models.accounts import AccountId, AccountRole, Grant
from models.credentials import TicketKind
from tests.web.forms import fields_of, submit
from tests.web.test_sign_in import PASSWORD, sign_in_as


@pytest.fixture
async def boss(parts):
    return await management.new_admin(parts.store, "boss@example.jp", "架空 太郎", PASSWORD)


@pytest.fixture
async def browsing(boss, browser):
    one = browser()
    await sign_in_as(one)
    return one


async def test_look_and_hours_are_kept_with_the_account(sign_in):
    one = await sign_in(AccountRole.COORDINATOR)

    page = await one.get("/account")
    wanted = {"lang": "en", "theme": "dark", "hours": "spoken"}
    await submit(one, page, "/account/preferences", **wanted)

    again = (await one.get("/account")).text
    assert 'lang="en" data-theme="dark"' in again
    assert fields_of(again, "/account/preferences")["hours"] == ["spoken"]


async def test_a_changed_password_ends_the_other_sessions_and_renews_this_one(browsing, browser):
    other = browser()
    await sign_in_as(other)
    before = browsing.cookies["talentpool"]

    page = await browsing.get("/account")
    typed = {"password": PASSWORD, "new_password": "n" * 12}
    answer = await submit(browsing, page, "/account/password", **typed)

    assert answer.status_code == 303
    assert browsing.cookies["talentpool"] != before
    assert (await browsing.get("/account")).status_code == 200
    assert (await other.get("/account")).status_code == 401


@pytest.mark.parametrize("ends", [True, False])
async def test_tokens_end_with_the_password_where_it_is_asked_for(boss, browsing, parts, ends):
    await make_token(parts.store, boss, boss.grants[0], name="x", days=9, now=parts.now())
    page = await browsing.get("/account")
    typed = {"password": PASSWORD, "new_password": "n" * 12} | ({"keys": "end"} if ends else {})

    await submit(browsing, page, "/account/password", **typed)

    assert len(await parts.store.api_tokens(boss.account_id)) == (not ends)


@pytest.mark.parametrize(
    ("password", "new"), [("wrong password", "n" * 12), (PASSWORD, "short"), (PASSWORD, "")]
)
async def test_a_password_is_not_changed_without_the_present_one(browsing, password, new):
    page = await browsing.get("/account")

    answer = await submit(browsing, page, "/account/password", password=password, new_password=new)

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert PASSWORD not in answer.text


async def test_one_time_codes_begin_with_the_first_right_one(browsing, browser, parts, boss):
    page = await browsing.get("/account/codes")
    [secret] = fields_of(page.text, "/account/codes")["one_time_secret"]
    assert "data:image/svg+xml" in page.text
    code = one_time_codes.pyotp.TOTP(secret).at(parts.now())

    wrong = await submit(
        browsing, page, "/account/codes", password=PASSWORD, one_time_code="000000"
    )
    right = await submit(browsing, page, "/account/codes", password=PASSWORD, one_time_code=code)

    assert wrong.status_code == 422
    assert fields_of(wrong.text, "/account/codes")["one_time_secret"] == [secret]
    assert len(re.findall(r"<li>\w{5}-\w{5}</li>", right.text)) == 8
    next_code = one_time_codes.pyotp.TOTP(secret).at(parts.now() + timedelta(seconds=30))
    one = browser()
    page = await sign_in_as(one)
    used = await submit(one, page, "/sign-in/code", one_time_code=code)
    fresh = await submit(one, page, "/sign-in/code", one_time_code=next_code)
    assert (used.status_code, fresh.status_code) == (422, 303)


async def test_one_time_codes_end_with_the_password(browsing, parts, boss):
    await parts.store.amend_credentials(boss.account_id, totp=one_time_codes.new_secret())
    page = await browsing.get("/account")

    wrong = await submit(browsing, page, "/account/codes/end", password="wrong password")
    right = await submit(browsing, page, "/account/codes/end", password=PASSWORD)

    assert (wrong.status_code, right.status_code) == (422, 303)
    assert (await parts.store.credentials(boss.account_id)).totp == ""


async def test_sessions_are_ended_one_by_one_or_all(browsing, browser, sign_in):
    others = [browser(), browser()]
    for each in others:
        await sign_in_as(each)
    page = await browsing.get("/account")
    [first, *_] = re.findall(r'name="session" value="(\w+)"', page.text)

    await submit(browsing, page, "/account/sessions/end", session=first)
    alive = [(await each.get("/account")).status_code for each in others]
    await submit(browsing, page, "/account/sessions/end-others")
    after = [(await each.get("/account")).status_code for each in others]

    assert sorted(alive) == [200, 401]
    assert after == [401, 401]
    assert (await browsing.get("/account")).status_code == 200
    stranger = await sign_in(AccountRole.OPS)
    own = re.findall(r'name="csrf" value="(\S+?)"', (await stranger.get("/account")).text)[0]
    [mine] = await _sessions(browsing)
    answer = await stranger.post("/account/sessions/end", data={"csrf": own, "session": mine})
    assert answer.status_code == 404


async def _sessions(browser):
    from application.access.browser_sessions import digest

    return [digest(browser.cookies["talentpool"])]


async def test_accounts_are_found(browsing):
    async def found(text):
        return re.findall(r'href="/admin/accounts/([\w-]+)"', (await browsing.get(text)).text)

    assert len(await found("/admin/accounts")) == 6
    assert await found("/admin/accounts?q=talent") == ["sample-talent"]
    assert await found("/admin/accounts?q=nobody") == []


async def test_a_role_is_given_and_taken_and_holds_at_once(browsing, sign_in, parts):
    theirs = await sign_in(AccountRole.OPS)
    path = "/admin/accounts/sample-ops"
    page = await browsing.get(path)

    wrong = await submit(browsing, page, f"{path}/grants", role="talent", pool="長野県")
    unknown = await submit(
        browsing, page, f"{path}/grants", role="talent", pool="20", talent_id="T-NOBODY"
    )
    right = await submit(
        browsing,
        page,
        f"{path}/grants",
        role="municipality",
        pool="長野県",
        municipalities="松本市",
    )

    assert (wrong.status_code, unknown.status_code, right.status_code) == (422, 422, 303)
    assert "T-NOBODY" in unknown.text
    assert (await theirs.get("/account")).status_code == 401  # signs in anew with the new role
    account = await parts.store.account(AccountId("sample-ops"))
    assert account.grants[1] == Grant(
        role=AccountRole.MUNICIPALITY, pool_id="20", municipalities=("202029",)
    )
    page = await browsing.get(path)
    await submit(browsing, page, f"{path}/grants/remove", grant=account.grants[1].model_dump_json())
    assert len((await parts.store.account(AccountId("sample-ops"))).grants) == 1


async def test_a_disabled_account_is_out_at_once(browsing, sign_in):
    theirs = await sign_in(AccountRole.OPS)
    path = "/admin/accounts/sample-ops"

    await submit(browsing, await browsing.get(path), f"{path}/disable")

    assert (await theirs.get("/account")).status_code == 401
    page = await browsing.get(path)
    assert "停止中" in page.text
    await submit(browsing, page, f"{path}/enable")
    assert (await sign_in(AccountRole.OPS)).cookies


async def test_the_last_administrator_stays(browsing, parts, boss):
    path = f"/admin/accounts/{boss.account_id}"
    sample = "/admin/accounts/sample-admin"
    await submit(browsing, await browsing.get(sample), f"{sample}/disable")
    page = await browsing.get(path)

    answer = await submit(browsing, page, f"{path}/disable")
    grant = boss.grants[0].model_dump_json()
    removed = await submit(browsing, page, f"{path}/grants/remove", grant=grant)

    assert (answer.status_code, removed.status_code) == (422, 422)
    assert "最後の管理者" in answer.text


async def test_a_coordinator_invites_to_the_own_pool_alone(sign_in, parts):
    one = await sign_in(AccountRole.COORDINATOR)
    path = "/pools/20/invitations"
    page = await one.get(path)

    admin = await submit(one, page, path, role="admin")
    coordinator = await submit(one, page, path, role="coordinator")
    made = await submit(one, page, path, role="municipality", municipalities="松本市 塩尻市")
    elsewhere = await submit(one, page, path, role="municipality", municipalities="151009")

    assert (admin.status_code, coordinator.status_code, elsewhere.status_code) == (422, 422, 422)
    assert "/welcome/" in made.text
    [ticket] = await parts.store.tickets(TicketKind.INVITATION, parts.now())
    assert ticket.grants[0].municipalities == ("202029", "202151")
    listed = await one.get(path)
    assert "松本市" in listed.text
    other = await one.get("/pools/15/invitations")
    assert ticket.ticket_id not in other.text
    wrong = f"/pools/15/invitations/{ticket.ticket_id}/revoke"
    csrf = fields_of(other.text, "/pools/15/invitations")["csrf"]
    assert (await one.post(wrong, data={"csrf": csrf})).status_code == 404
    await submit(one, listed, f"{path}/{ticket.ticket_id}/revoke")
    assert await parts.store.tickets(TicketKind.INVITATION, parts.now()) == []


async def test_an_administrator_makes_a_link_to_a_new_password(browsing, boss):
    path = f"/admin/accounts/{boss.account_id}"

    page = await submit(browsing, await browsing.get(path), f"{path}/reset")

    [link] = re.findall(r'value="http://testserver(/new-password/\S+?)"', page.text)
    assert (await browsing.get(link)).status_code == 200
