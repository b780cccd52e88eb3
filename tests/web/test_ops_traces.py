"""The way of a posting: each step with its time, and where it stands still."""

from datetime import timedelta

import pytest

from models.accounts import AccountRole
from models.ids import PoolId
from models.plan_failure import PlanFailure
from tests.application.demo_store import take_in
from tests.web.relayed import relayed

POOL = PoolId("20")


@pytest.fixture
async def ops(sign_in):
    return await sign_in(AccountRole.OPS)


async def withdrawn(parts):
    """A request is withdrawn: the log has the fact, nobody has taken it."""
    request = next(iter(await parts.store.requests(POOL)))
    return await parts.desk.withdraw_request(POOL, request.request_id), request


async def test_what_nobody_has_taken_stands_still_since_it_was_appended(ops, parts):
    receipt, request = await withdrawn(parts)

    page = await ops.get(f"/ops/traces/{receipt.correlation_id}")

    assert page.status_code == 200
    assert "から止まっています" in page.text
    assert "取り込まれていません" in page.text
    assert request.request_id in page.text


async def test_what_is_applied_waits_for_its_plan(ops, parts):
    receipt, _ = await withdrawn(parts)
    await take_in(parts)
    await relayed(parts)

    page = await ops.get(f"/ops/traces/{receipt.correlation_id}")

    assert "talentpool.requests.v1 / 0 /" in page.text
    assert "計画がまだ追いついていません" in page.text


async def test_a_failing_plan_is_said_with_its_reason(ops, parts):
    receipt, _ = await withdrawn(parts)
    await take_in(parts)
    await relayed(parts)
    now = parts.now()
    await parts.store.mark_plan_failed(
        PlanFailure(
            pool_id=POOL,
            version=await parts.store.pool_version(POOL),
            since=now,
            reason="ValueError build.py:1",
            tries=3,
            next_try=now + timedelta(minutes=1),
        )
    )

    page = await ops.get(f"/ops/traces/{receipt.correlation_id}")

    assert "ValueError build.py:1" in page.text


async def test_a_posting_of_the_sample_went_all_the_way(ops, parts):
    await relayed(parts)
    match = (await parts.store.matches(POOL))[0]

    found = await ops.get(f"/ops/traces?q={match.match_id}")
    story = found.text.split('href="/ops/traces/')[1].split('"')[0]
    page = await ops.get(f"/ops/traces/{story}")

    assert match.match_id in found.text
    assert page.status_code == 200
    for step in ("ログに書かれた", "マッチが変わった", "マッチを知らせた"):
        assert step in page.text


async def test_any_id_leads_to_the_trace(ops, parts):
    receipt, request = await withdrawn(parts)
    await take_in(parts)

    by_event = await ops.get(f"/ops/traces?q={receipt.event_id}")
    by_line = await ops.get(f"/ops/traces?q={request.request_id}/1")

    assert by_event.headers["location"] == f"/ops/traces/{receipt.correlation_id}"
    assert str(receipt.correlation_id) in by_line.text


@pytest.mark.parametrize("text", ["nothing", "00000000-0000-4000-8000-000000000009"])
async def test_an_id_of_nothing_is_said(ops, text):
    page = await ops.get(f"/ops/traces?q={text}")

    assert page.status_code == 404
    assert 'aria-invalid="true"' in page.text


async def test_a_trace_of_nothing_is_not_found(ops):
    assert (await ops.get("/ops/traces/nothing")).status_code == 404
    nothing = "/ops/traces/00000000-0000-4000-8000-000000000009"
    assert (await ops.get(nothing)).status_code == 404
