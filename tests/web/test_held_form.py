"""A form that comes after the session's end is not lost: shown again after the sign-in."""

import re

import pytest

from models.accounts import AccountId, AccountRole
from tests.web.forms import submit

WANTED = {"lang": "en", "theme": "dark", "hours": "spoken"}


@pytest.fixture
async def expired(sign_in, parts):
    """A browser with an open form whose session has ended meanwhile."""
    one = await sign_in(AccountRole.COORDINATOR)
    page = await one.get("/account")
    await parts.store.end_web_sessions_of(AccountId("sample-coordinator"))
    return one, page


async def stored(parts):
    account = await parts.store.account(AccountId("sample-coordinator"))
    return account.lang, account.theme, account.hours


async def test_a_form_is_sent_again_after_the_sign_in(expired, parts):
    one, page = expired

    late = await submit(one, page, "/account/preferences", **WANTED)
    again = await submit(one, late, "/sign-in/sample", role="coordinator")
    nothing_yet = await stored(parts)
    done = await submit(one, again, "/account/preferences")

    assert late.status_code == 401
    assert "入力した内容は残っています" in late.text
    assert nothing_yet == ("ja", "", "decimal")
    assert done.status_code == 303
    assert await stored(parts) == ("en", "dark", "spoken")


async def test_wrong_passwords_on_the_way_lose_nothing(expired, parts):
    one, page = expired
    late = await submit(one, page, "/account/preferences", **WANTED)

    wrong = await submit(one, late, "/sign-in", login="sample-coordinator", password="x" * 12)
    again = await submit(one, wrong, "/sign-in/sample", role="coordinator")
    await submit(one, again, "/account/preferences")

    assert wrong.status_code == 422
    assert await stored(parts) == ("en", "dark", "spoken")


async def test_a_file_has_to_be_chosen_again_and_the_rest_is_kept(expired, parts):
    one, _ = expired

    late = await one.post(
        "/account/preferences",
        data={**WANTED, "csrf": "old"},
        files={"sheet": ("requests.xlsx", b"PK", "application/octet-stream")},
    )
    again = await submit(one, late, "/sign-in/sample", role="coordinator")

    assert "ファイルは、サインインしたあとでもう一度選んでください" in late.text
    assert re.search(r'<input type="file" id="f-sheet" name="sheet" required>', again.text)
    assert 'enctype="multipart/form-data"' in again.text
    assert 'name="theme" value="dark"' in again.text


async def test_passwords_and_codes_never_go_back_to_the_browser(expired):
    one, _ = expired
    typed = {"password": "geheim-geheim", "new_password": "geheim-neu-neu", "one_time_code": "1234"}

    late = await one.post("/account/password", data=typed)

    assert late.status_code == 401
    assert "geheim" not in late.text
    assert "1234" not in late.text


async def test_fields_whose_names_the_sign_in_uses_too_are_kept(expired):
    one, _ = expired

    late = await one.post("/account/preferences", data={"role": "pm", "code": "202029"})

    assert 'name="held:role" value="pm"' in late.text
    assert 'name="held:code" value="202029"' in late.text
