"""A request is written step by step, left and resumed, and posted."""

from models.accounts import AccountRole
from tests.application.demo_store import take_in
from tests.web.forms import submit

NEW = "/pools/20/requests/new"
ROLE = AccountRole.COORDINATOR


async def to_lines(browser, new=NEW, **typed):
    """A draft whose first step is done; the page of the second."""
    first = await browser.get(new)
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
    again = await submit(browser, page, do="post")
    assert again.headers["location"] == answer.headers["location"]
    assert all(not draft.open for draft in await parts.store.drafts("20"))
    listed = await browser.get("/pools/20/requests", params={"status": "draft"})
    assert "窓口の" not in listed.text


async def test_what_is_typed_wrongly_is_kept_and_said(sign_in):
    browser = await sign_in(ROLE)
    page = await step(browser, await to_lines(browser), do="add")
    page = await step(browser, page, do="next")

    answer = await submit(browser, page, **{"hours-1-2026-12": "7.3"}, do="next")

    assert answer.status_code == 422
    assert 'value="7.3"' in answer.text
    assert "15分の倍数" in answer.text
    again = await browser.get(str(page.url))
    assert 'value="7.3"' in again.text


async def test_who_leaves_finds_the_draft_again_in_the_list(sign_in):
    browser = await sign_in(ROLE)
    page = await to_lines(browser, title="途中の要請")
    closed = await submit(browser, page, do="later")

    listed = await browser.get(closed.headers["location"], params={"status": "draft"})

    assert "途中の要請" in listed.text
    draft = str(page.url).rpartition("/")[0]
    assert f"{draft.removeprefix('http://testserver')}/check" in listed.text
    gone = await submit(browser, await browser.get(f"{draft}/discard"))
    assert gone.status_code == 303
    assert (await browser.get(f"{draft}/check")).status_code == 404


async def test_an_officer_hands_a_draft_to_the_coordinators_who_post_it(sign_in, parts):
    officer, coordinator = await sign_in(AccountRole.MUNICIPALITY), await sign_in(ROLE)
    page = await to_check(officer, new="/our/requests/new")
    draft = str(page.url).split("/")[-2]
    theirs = f"/pools/20/requests/drafts/{draft}/check"
    assert (await coordinator.get(theirs)).status_code == 404
    assert (await submit(officer, page, do="post")).status_code == 403

    assert (await submit(officer, page, do="hand")).status_code == 303

    handed = await coordinator.get(theirs)
    assert (await submit(coordinator, handed, do="post")).status_code == 303


async def test_an_officer_opens_no_draft_of_others(sign_in):
    coordinator, officer = await sign_in(ROLE), await sign_in(AccountRole.MUNICIPALITY)
    page = await to_lines(coordinator)
    draft = str(page.url).split("/")[-2]

    assert (await officer.get(f"/our/requests/drafts/{draft}/lines")).status_code == 404
