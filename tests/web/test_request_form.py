"""A request is written step by step, left and resumed, and posted."""

from models.accounts import AccountRole
from tests.application.demo_store import take_in
from tests.web.forms import submit

NEW = "/pools/20/requests/new"
ROLE = AccountRole.COORDINATOR


async def to_lines(browser, **typed):
    """A draft whose first step is done; the page of the second."""
    first = await browser.get(NEW)
    given = {"title": "窓口の<b>改革</b>", "municipalities": "佐久市、小諸市", "do": "next"}
    answer = await submit(browser, first, **given | typed)
    assert answer.status_code == 303, answer.text
    return await browser.get(answer.headers["location"])


async def step(browser, page, **typed):
    """Send a step; the page that it leads to."""
    answer = await submit(browser, page, **typed)
    assert answer.status_code == 303, answer.text
    return await browser.get(answer.headers["location"])


async def to_check(browser, **typed):
    """A draft that can be posted; the page of its last step."""
    page = await step(browser, await to_lines(browser, **typed), do="add")
    page = await step(browser, page, do="add")
    page = await step(browser, page, do="next", pm_in_place="yes")
    page = await step(browser, page, **{"fill-1": "8", "do": "fill-1"})
    page = await step(browser, page, **{"hours-2-2026-12": "７．２５"}, do="copy-2")
    page = await step(browser, page, do="next")
    return await step(browser, page, owner="市民課", operator="情報政策課", do="next")


async def test_a_request_is_written_in_steps_and_posted(sign_in, parts):
    browser = await sign_in(ROLE)
    page = await to_check(browser)
    assert "&lt;b&gt;改革" in page.text
    assert "<b>改革" not in page.text

    answer = await submit(browser, page, do="post")

    assert answer.status_code == 303, answer.text
    await take_in(parts)
    request = await parts.store.request("20", answer.headers["location"].rpartition("/")[2])
    assert request.title == "窓口の<b>改革</b>"
    assert request.municipalities == ("202177", "202088")
    assert request.owner == "市民課"
    assert set(request.lines[0].hours.values()) == {32}
    assert set(request.lines[1].hours.values()) == {29}
    assert await parts.store.drafts("20") == []
