"""A request is amended by two people, taken back, withdrawn, reopened and copied."""

import re

import pytest

from models.accounts import AccountRole
from models.months import Month
from tests.application.demo_store import take_in
from tests.web.forms import fields_of, submit

BASE = "/pools/20/requests"
ROLE = AccountRole.COORDINATOR


@pytest.fixture
async def known(parts):
    """A request of the sample pool with hours to come."""
    requests = await parts.store.requests("20")
    return next(r for r in requests if not r.lines[0].exclusive)


async def post(browser, path, **data):
    """A form of the page of the request that has nothing to be typed."""
    page = await browser.get(path.rpartition("/")[0])
    return await browser.post(path, data={**fields_of(page.text, path), **data})


async def check_of(browser, request_id, step, **typed):
    """My draft of an amendment, with something typed in one step; its last page."""
    begun = await post(browser, f"{BASE}/{request_id}/amend")
    here = begun.headers["location"].rpartition("/")[0]
    page = await browser.get(f"{here}/{step}")
    answer = await submit(browser, page, **typed, do="next")
    assert answer.status_code == 303, answer.text
    return await browser.get(f"{here}/check")


async def test_an_amendment_states_what_was_changed_and_is_taken_back(sign_in, parts, known):
    browser = await sign_in(ROLE)
    page = await check_of(browser, known.request_id, "team", owner="市民課")
    assert "市民課" in page.text

    posted = await submit(browser, page, do="post")

    await take_in(parts)
    now = await parts.store.request("20", known.request_id)
    assert now == known.model_copy(update={"owner": "市民課", "revision": known.revision + 1})
    shown = await browser.get(posted.headers["location"])
    assert "この訂正を元に戻す" in shown.text
    await submit(browser, shown, f"{BASE}/{known.request_id}/undo")
    await take_in(parts)
    back = await parts.store.request("20", known.request_id)
    assert back.owner == ""
    assert await parts.store.drafts("20") == []


async def test_two_who_change_other_fields_lose_nothing(sign_in, parts, known):
    one, other = await sign_in(ROLE), await sign_in(ROLE)
    mine = await check_of(one, known.request_id, "team", owner="市民課")
    await parts.session("cli").desk.amend_request(
        "20", known.request_id, lambda fields: fields.update(operator="県の窓口")
    )

    met = await submit(one, mine, do="post")

    assert met.status_code == 409
    assert "県の窓口" in met.text
    action = re.search(r'action="([^"]*/together)"', met.text)[1]
    together = await submit(one, met, action)
    page = await one.get(together.headers["location"])
    assert (await submit(one, page, do="post")).status_code == 303
    await take_in(parts)
    now = await parts.store.request("20", known.request_id)
    assert (now.owner, now.operator) == ("市民課", "県の窓口")
    shown = await other.get(f"{BASE}/{known.request_id}")
    assert "県の窓口" in shown.text


@pytest.mark.parametrize(("take", "left"), [("mine", "私の課"), ("theirs", "別の課")])
async def test_two_who_change_the_same_choose(sign_in, parts, known, take, left):
    browser = await sign_in(ROLE)
    mine = await check_of(browser, known.request_id, "team", owner="私の課")
    await parts.session("cli").desk.amend_request(
        "20", known.request_id, lambda fields: fields.update(owner="別の課")
    )

    met = await submit(browser, mine, do="post")

    assert "私の課" in met.text
    assert "別の課" in met.text
    action = re.search(r'action="([^"]*/together)"', met.text)[1]
    together = await submit(browser, met, action, **{"take-0": take})
    page = await browser.get(together.headers["location"])
    await submit(browser, page, do="post")
    await take_in(parts)
    assert (await parts.store.request("20", known.request_id)).owner == left


async def test_a_draft_saved_elsewhere_is_said_and_what_was_typed_stays(sign_in, parts, known):
    browser = await sign_in(ROLE)
    begun = await post(browser, f"{BASE}/{known.request_id}/amend")
    page = await browser.get(begun.headers["location"].replace("problem", "team"))
    await submit(browser, page, owner="先に保存した課", do="later")

    late = await submit(browser, page, owner="あとの課", do="next")

    assert late.status_code == 409
    assert "あとの課" in late.text
    assert (await submit(browser, late, do="next")).status_code == 303


async def test_a_withdrawal_says_what_follows_and_can_be_taken_back(sign_in, parts, known):
    browser = await sign_in(ROLE)
    path = f"{BASE}/{known.request_id}/withdraw"
    page = await browser.get(path)
    assert "取り下げると、こうなります" in page.text

    await submit(browser, page)

    await take_in(parts)
    assert (await parts.store.request("20", known.request_id)).status == "withdrawn"
    await post(browser, f"{BASE}/{known.request_id}/reopen")
    await take_in(parts)
    assert (await parts.store.request("20", known.request_id)).status == "open"


async def test_a_withdrawal_of_what_was_changed_since_is_not_made(sign_in, parts, known):
    browser = await sign_in(ROLE)
    page = await browser.get(f"{BASE}/{known.request_id}/withdraw")
    await parts.session("cli").desk.amend_request(
        "20", known.request_id, lambda fields: fields.update(owner="別の課")
    )

    answer = await submit(browser, page)

    assert answer.status_code == 409
    await take_in(parts)
    assert (await parts.store.request("20", known.request_id)).status == "open"


async def test_a_copy_asks_the_same_from_the_next_month_on(sign_in, parts, known):
    browser = await sign_in(ROLE)

    begun = await post(browser, f"{BASE}/{known.request_id}/copy")

    draft = (await parts.store.drafts("20"))[0]
    assert draft.base is None
    assert draft.content.title == known.title
    assert min(m for line in draft.content.lines for m in line.hours) >= Month("2026-12")
    page = await browser.get(begun.headers["location"].replace("problem", "check"))
    assert (await submit(browser, page, do="post")).status_code == 303


async def test_the_same_request_again_is_said_with_the_way_to_the_first(sign_in, parts, known):
    browser = await sign_in(ROLE)
    pages = []
    for _ in range(2):
        begun = await post(browser, f"{BASE}/{known.request_id}/copy")
        pages.append(await browser.get(begun.headers["location"].replace("problem", "check")))
    first = await submit(browser, pages[0], do="post")

    again = await submit(browser, pages[1], do="post")

    assert again.status_code == 409
    assert first.headers["location"] in again.text
    assert (await submit(browser, again, do="again")).status_code == 303
