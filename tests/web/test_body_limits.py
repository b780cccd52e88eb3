"""What is sent has an end in bytes and in time, also where nobody has signed in."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from models.accounts import AccountRole
from web.frame import body_limits

FORM = {"content-type": "application/x-www-form-urlencoded"}
FILE = {"content-type": "multipart/form-data; boundary=X"}


async def endless(part: bytes, taken: list[int]) -> AsyncIterator[bytes]:
    """Thirty megabytes, if somebody takes them."""
    yield b'--X\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n'
    for _ in range(30):
        taken.append(1)
        yield part * (1_000_000 // len(part))
    yield b"\r\n--X--\r\n"


@pytest.mark.parametrize("path", ["/sign-in", "/sign-in/code", "/language", "/pools/20/sheets"])
@pytest.mark.parametrize("head", [FORM, FILE], ids=["form", "file"])
async def test_nobody_fills_the_disk_without_signing_in(browser, path, head):
    taken: list[int] = []

    answer = await browser().post(path, content=endless(b"x", taken), headers=head)

    assert answer.status_code in {400, 413}
    assert len(taken) <= 12


async def test_what_its_head_says_is_too_much_is_not_read(browser):
    answer = await browser().post("/sign-in", content=b"x" * 2_000_001, headers=FORM)

    assert answer.status_code == 413


async def test_a_body_that_drips_in_is_not_waited_for(browser, monkeypatch):
    monkeypatch.setattr(body_limits, "SECONDS", 0.1)

    async def slow() -> AsyncIterator[bytes]:
        yield b"login="
        await asyncio.sleep(1)
        yield b"a"

    answer = await browser().post("/sign-in", content=slow(), headers=FORM)

    assert answer.status_code == 408


async def test_a_form_has_no_other_letters_than_browsers_send(sign_in):
    """`unicode_escape` makes half pairs, which no page can hold."""
    one = await sign_in(AccountRole.COORDINATOR)
    head = {"content-type": "multipart/form-data; boundary=X; charset=unicode_escape"}
    body = b'--X\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\\ud800\r\n--X--\r\n'

    for path in ("/account/preferences", "/pools/20/whatif/try", "/sign-in"):
        assert (await one.post(path, content=body, headers=head)).status_code == 400


@pytest.mark.parametrize("by_head", [True, False])
async def test_a_token_with_other_signs_than_ascii_is_another_token(sign_in, by_head):
    one = await sign_in(AccountRole.COORDINATOR)
    head = {"x-csrf": "é".encode("latin-1")} if by_head else {}

    answer = await one.post(
        "/account/codes/end", data={} if by_head else {"csrf": "é"}, headers=head
    )

    assert answer.status_code == 403


async def test_another_site_signs_nobody_in_where_the_browser_says_so_otherwise(browser):
    """Without an origin, as some settings of a browser hide it."""
    one = browser()

    answer = await one.post(
        "/sign-in/sample", data={"role": "ops"}, headers={"sec-fetch-site": "cross-site"}
    )

    assert answer.status_code == 401
    assert not one.cookies
