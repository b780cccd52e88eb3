"""Somebody is put on a line by hand: looked at against the rules, fixed, and let move again."""

from typing import Any

import httpx
import pytest

from application.commands.assign import Assign, Standing, obstacles, standing
from matcher.check import faults
from matcher.eligibility.eligibility import losses
from models.accounts import AccountRole
from models.ids import LineId, PoolId, TalentId, request_of
from service.wiring import Parts
from tests.application.demo_store import take_in
from tests.web.conftest import SignIn
from tests.web.forms import submit
from tests.web.test_plan_changes import planned_anew

POOL = PoolId("20")


@pytest.fixture
async def browser_of(sign_in: SignIn) -> httpx.AsyncClient:
    """The coordinator's browser."""
    return await sign_in(AccountRole.COORDINATOR)


def path_of(line_id: LineId) -> str:
    return f"/pools/{POOL}/lines/{line_id}/assign"


async def somebody_new(parts: Parts) -> tuple[LineId, TalentId, dict[str, str], Standing]:
    """A line, somebody who could serve it and does not, and hours that break nothing."""
    now = await standing(parts.session(), POOL)
    planned = {a.pair for a in now.plan.assignments}
    for line in now.problem.lines:
        for talent in now.problem.talents:
            pair = line.line_id, talent.talent_id
            if pair in planned or losses(now.problem, line, talent):
                continue
            command = Assign(
                pool_id=POOL, line_id=pair[0], talent_id=pair[1], hours=dict(line.hours)
            )
            if not obstacles(now, command):
                typed = {f"hours[{m}]": str(h / 4) for m, h in line.hours.items()}
                return *pair, typed, now
    raise AssertionError("nobody could be assigned")


async def test_somebody_is_assigned_and_the_plan_makes_room(
    browser_of: httpx.AsyncClient, parts: Parts
) -> None:
    line_id, talent_id, typed, now = await somebody_new(parts)
    path = path_of(line_id)
    page = await browser_of.get(f"{path}?talent={talent_id}")
    looked = await submit(browser_of, page, path, look="1", **typed)
    assert "どの決まりにも反しません" in looked.text

    done = await submit(browser_of, page, path, **typed)
    told = await browser_of.get(done.headers["location"])
    assert "手で割り当てて、固定しました" in told.text

    await planned_anew(parts)
    plan, problem = await parts.store.plan(POOL), await parts.store.problem(POOL)
    assert plan
    assert problem
    assert not faults(problem, plan)
    assert (line_id, talent_id) in {pin.pair for pin in problem.pins}
    assert (line_id, talent_id) in {a.pair for a in plan.assignments}
    live = await parts.store.matches(POOL, live_only=True)
    [match] = [m for m in live if (m.line_id, m.talent_id) == (line_id, talent_id)]
    assert match.fixed_by_hand
    assert plan.version > now.plan.version

    undo = f"/pools/{POOL}/matches/{match.match_id}/unpin"
    await submit(browser_of, await browser_of.get(done.headers["location"]), undo)
    await take_in(parts)
    loose = await parts.store.match(match.match_id)
    assert loose
    assert not loose.fixed_by_hand


async def test_the_same_twice_is_made_once(browser_of: httpx.AsyncClient, parts: Parts) -> None:
    line_id, talent_id, typed, _ = await somebody_new(parts)
    path = path_of(line_id)
    page = await browser_of.get(f"{path}?talent={talent_id}")
    await submit(browser_of, page, path, **typed)

    again = await submit(browser_of, page, path, **typed)

    assert again.status_code == 422
    assert "少し前に記録されています" in again.text
    await take_in(parts)
    found = await parts.store.matches(POOL)
    assert len([m for m in found if (m.line_id, m.talent_id) == (line_id, talent_id)]) == 1


@pytest.mark.parametrize(
    ("hours", "said"),
    [("400", "要請の時間をこえる"), ("x", "hours-"), ("", "割り当てる時間がありません")],
)
async def test_a_rule_that_would_break_is_said_and_what_was_typed_stays(
    browser_of: httpx.AsyncClient, parts: Parts, hours: str, said: str
) -> None:
    line_id, talent_id, typed, _ = await somebody_new(parts)
    path, first = path_of(line_id), next(iter(typed))
    page = await browser_of.get(f"{path}?talent={talent_id}")
    wrong: dict[str, Any] = {**dict.fromkeys(typed, ""), first: hours}

    answer = await submit(browser_of, page, path, **wrong)

    assert answer.status_code == 422
    assert said in answer.text
    assert f'value="{hours}"' in answer.text
    found = await parts.store.matches(POOL)
    assert (line_id, talent_id) not in {(m.line_id, m.talent_id) for m in found}


async def test_who_does_not_fit_is_refused_with_the_condition(
    browser_of: httpx.AsyncClient, parts: Parts
) -> None:
    now = await standing(parts.session(), POOL)
    line, talent = next(
        (n, t)
        for n in now.problem.lines
        for t in now.problem.talents
        if "skill" in losses(now.problem, n, t) and n.role in t.roles
    )
    path = path_of(line.line_id)
    page = await browser_of.get(f"{path}?talent={talent.talent_id}")

    answer = await submit(
        browser_of, page, path, **{f"hours[{m}]": str(h / 4) for m, h in line.hours.items()}
    )

    assert answer.status_code == 422
    assert "求める技能に届いていません" in answer.text


async def test_while_the_pool_is_being_planned_nobody_is_assigned(
    browser_of: httpx.AsyncClient, parts: Parts
) -> None:
    line_id, talent_id, *_ = await somebody_new(parts)
    request = next(
        r for r in await parts.store.requests(POOL) if request_of(line_id) != r.request_id
    )
    await parts.desk.withdraw_request(POOL, request.request_id)
    await take_in(parts)

    answer = await browser_of.get(f"{path_of(line_id)}?talent={talent_id}")

    assert answer.status_code == 503
    assert "作り直しています" in answer.text
