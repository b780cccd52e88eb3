"""A double click: the second is shown what came of the first, and nothing is done twice."""

import asyncio

import pytest

from models.accounts import AccountRole
from models.credentials import TicketKind
from tests.web.forms import submit
from web.frame import sent_twice

WHATIF = "/pools/20/whatif/new"


async def twice(browser, page, action="", **typed):
    return await asyncio.gather(*(submit(browser, page, action, **typed) for _ in range(2)))


async def test_a_change_of_a_scenario_is_added_once(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    page = await browser.get(f"{WHATIF}?kind=drop")
    request = (await parts.store.requests("20"))[0].request_id

    both = await twice(browser, page, WHATIF, kind="drop", request=request)

    assert [each.status_code for each in both] == [303, 303], both[0].text[-2000:]
    [kept] = await parts.store.scenarios("sample-coordinator", "20")
    assert len(kept.scenario.changes) == 1


async def test_a_second_click_after_the_first_was_done_is_led_on_too(sign_in, parts, monkeypatch):
    monkeypatch.setattr(sent_twice, "_LINGERS", 60.0)
    browser = await sign_in(AccountRole.COORDINATOR)
    page = await browser.get(f"{WHATIF}?kind=drop")
    request = (await parts.store.requests("20"))[0].request_id

    for _ in range(2):
        done = await submit(browser, page, WHATIF, kind="drop", request=request)
        assert done.headers["location"] == "/pools/20/whatif"

    assert len(await parts.store.scenarios("sample-coordinator", "20")) == 1


async def test_what_is_shown_once_is_made_once(sign_in, parts, house):
    """Both clicks show the same secret, and there is no other."""
    browser = await sign_in(AccountRole.ADMIN)
    path = "/admin/invitations"

    both = await twice(browser, await browser.get(path), path, role="ops")

    assert both[0].text == both[1].text
    assert both[0].status_code == 200
    assert len(await parts.store.tickets(TicketKind.INVITATION, parts.now())) == 1


@pytest.mark.parametrize("what", ["another form", "another browser"])
async def test_what_differs_is_done(sign_in, parts, what):
    one = await sign_in(AccountRole.ADMIN)
    other = await sign_in(AccountRole.ADMIN) if what == "another browser" else one
    path = "/admin/invitations"
    roles = ["ops", "ops" if what == "another browser" else "admin"]
    pages = [await one.get(path), await other.get(path)]

    await asyncio.gather(
        *(
            submit(by, page, path, role=role)
            for by, page, role in zip((one, other), pages, roles, strict=True)
        )
    )

    assert len(await parts.store.tickets(TicketKind.INVITATION, parts.now())) == 2
