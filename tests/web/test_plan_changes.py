"""What moved since a coordinator last looked: theirs alone, and marked by a button."""

from functools import partial
from unittest.mock import patch

from matcher.explain import explain
from matcher.planning.planner import Planner
from models.accounts import AccountRole
from tests.application.demo_store import Greedy, Near, take_in
from tests.web.forms import submit

PATH = "/pools/20/plan/changes"


async def planned_anew(parts):
    """Take in what was stated, and plan the pool."""
    await take_in(parts)
    solver = Greedy()
    flows = Planner(
        store=parts.store,
        solver=solver,
        improver=solver,
        now=parts.now,
        region=Near(),
        improve_seconds=0,
    )
    with patch("matcher.planning.planner.explain", partial(explain, seconds=0)):
        await flows.plan_pool("20")


async def withdraw_one(parts):
    plan = await parts.store.plan("20")
    request_id = plan.assignments[0].line_id.rpartition("/")[0]
    await parts.desk.withdraw_request("20", request_id)
    await planned_anew(parts)
    return request_id


async def test_what_moved_since_the_own_look_is_told(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    first = await browser.get(PATH)
    assert "まだ比べる版がありません" in first.text
    await submit(browser, first, PATH)
    assert "割当に変わりはありません" in (await browser.get(PATH)).text

    request_id = await withdraw_one(parts)
    page = await browser.get(PATH)

    assert "件の割当が変わりました" in page.text
    assert "外れた" in page.text
    assert f"支援要請{request_id}の取下げ" in page.text
    assert "見本" in page.text  # names, not ids

    await submit(browser, page, PATH)
    assert "割当に変わりはありません" in (await browser.get(PATH)).text


async def test_a_plan_that_came_meanwhile_is_not_marked_as_seen(sign_in, parts):
    browser = await sign_in(AccountRole.COORDINATOR)
    first = await browser.get(PATH)
    await withdraw_one(parts)

    done = await submit(browser, first, PATH)

    told = await browser.get(done.headers["location"])
    assert "新しい版ができました" in told.text
    assert "まだ比べる版がありません" in told.text
