"""A page that follows a pool is let go when its session is over, and keeps no session alive."""

import asyncio
from datetime import timedelta

import pytest

from application.access.browser_sessions import SessionTimes, digest, still_signed_in
from models.accounts import AccountId, AccountRole
from service.wiring import Parts
from tests.web.conftest import SignIn
from web.live import stream
from web.live.pool_watch import MOST

WHO = AccountId("sample-coordinator")
PATH = "/pools/20/stream"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The session is looked at often."""
    monkeypatch.setattr(stream, "_HEARTBEAT", 0.05)


async def test_a_stream_says_the_moment_and_ends_with_its_session(
    sign_in: SignIn, parts: Parts
) -> None:
    browser = await sign_in(AccountRole.COORDINATOR)
    following = asyncio.create_task(browser.get(PATH))
    await asyncio.sleep(0.5)
    assert not following.done()

    await parts.store.end_web_sessions_of(WHO)
    told = await asyncio.wait_for(following, 5)

    assert told.headers["content-type"].startswith("text/event-stream")
    assert told.text.startswith("event: plan")
    assert "event: over" in told.text


async def test_so_many_follow_though_more_come_at_once(sign_in: SignIn, parts: Parts) -> None:
    browser = await sign_in(AccountRole.COORDINATOR)
    asked = [asyncio.create_task(browser.get(PATH)) for _ in range(3 * MOST)]
    done, following = await asyncio.wait(asked, timeout=3)

    await parts.store.end_web_sessions_of(WHO)
    told = [await asyncio.wait_for(each, 5) for each in asked]

    assert len(following) == MOST
    assert len(done) == 2 * MOST
    assert sum("event: plan" in each.text for each in told) == MOST


async def test_another_pool_is_not_followed(sign_in: SignIn) -> None:
    browser = await sign_in(AccountRole.COORDINATOR)

    assert (await browser.get("/pools/47/stream")).status_code == 404


async def test_what_a_page_asks_by_itself_keeps_no_session_alive(
    sign_in: SignIn, parts: Parts
) -> None:
    browser = await sign_in(AccountRole.COORDINATOR)
    [cookie] = [value for name, value in browser.cookies.items() if name == "talentpool"]
    before = await parts.store.web_session(digest(cookie))
    assert before
    seen = before.seen
    await parts.store.web_session_seen(before.digest, seen - timedelta(minutes=5))

    await browser.get("/pools/20/plan", headers={"x-live": "1"})
    quiet = await parts.store.web_session(before.digest)
    assert quiet
    assert quiet.seen == seen - timedelta(minutes=5)

    await browser.get("/pools/20/plan")
    clicked = await parts.store.web_session(before.digest)
    assert clicked
    assert clicked.seen > quiet.seen
    late = clicked.seen + timedelta(hours=2)
    times = SessionTimes(idle=timedelta(hours=1), absolute=timedelta(hours=12))
    assert await still_signed_in(parts.store, before.digest, late, times) is None
