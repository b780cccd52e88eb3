"""Health, topics, planning and the audit record in the console; probes without a sign-in."""

import csv
from datetime import timedelta

import pytest

from application.queries.ready import ready
from application.queries.shared_look import SharedLook
from models.accounts import AccountRole
from models.errors import TryAgain
from models.ids import PoolId
from models.plan_failure import PlanFailure


@pytest.fixture
async def ops(sign_in):
    return await sign_in(AccountRole.OPS)


async def test_health_says_what_is_wrong_and_how_to_mend_it(ops):
    page = await ops.get("/ops/health")

    assert page.status_code == 200
    assert "要対応" in page.text
    assert "→ talentpool up でサービスを動かすと" in page.text  # nobody takes records here
    assert page.text.index("要対応") < page.text.index(">正常<")


async def test_those_who_ask_at_once_share_one_look(house):
    looks = []

    async def look():
        looks.append(1)
        return "fine"

    shared = SharedLook(look, house.now, timedelta(seconds=10))

    assert {(await shared.seen()).found for _ in range(3)} == {"fine"}
    assert looks == [1]


async def test_a_look_that_failed_is_taken_again(house):
    looks = []

    async def look():
        looks.append(1)
        if len(looks) == 1:
            raise TryAgain
        return "fine"

    shared = SharedLook(look, house.now, timedelta(seconds=10))
    with pytest.raises(TryAgain):
        await shared.seen()

    assert (await shared.seen()).found == "fine"


async def test_the_probes_need_no_sign_in_and_say_nothing_more(browser):
    for path in ("/healthz", "/readyz"):
        answer = await browser().get(path)
        assert (answer.status_code, answer.text) == (200, "ok")


async def test_a_console_without_its_log_is_not_ready(house, browser, parts):
    class Away:
        async def ping(self):
            raise TryAgain

    async def look():
        return await ready(parts.store, Away())

    house.ready.look = look

    answer = await browser().get("/readyz")

    assert (answer.status_code, answer.text) == (503, "not ready")
    assert (await browser().get("/healthz")).status_code == 200


async def test_topics_say_what_waits_for_whom(ops, parts):
    topic = "talentpool.requests.v1"
    [held] = await parts.event_log.partitions([topic])
    waiting = await parts.event_log.lag("talentpool-ingest", [topic])

    page = await ops.get("/ops/topics")

    row = page.text[page.text.index(f'class="mono">{topic}<') :]
    row = row[: row.index("</tr>")]
    assert f">{held.end}</td>" in row
    assert "talentpool-ingest" in row
    assert str(waiting) in row.rpartition("<td")[2]


async def test_plans_say_how_they_were_made_and_what_fails(ops, parts):
    now = parts.now()
    await parts.store.mark_plan_failed(
        PlanFailure(
            pool_id=PoolId("20"),
            version=await parts.store.pool_version(PoolId("20")),
            since=now,
            reason="ValueError build.py:1",
            tries=3,
            next_try=now + timedelta(minutes=1),
        )
    )

    page = await ops.get("/ops/plans")

    assert "greedy" in page.text
    assert "3 回続けて失敗：ValueError build.py:1" in page.text
    assert "追いついています" in page.text


async def test_the_audit_record_is_searched_page_by_page_and_saved(ops, sign_in):
    coordinator = await sign_in(AccountRole.COORDINATOR)
    for _ in range(101):
        await coordinator.get("/pools/20")

    page = await ops.get("/ops/audit?actor=sample-coordinator&action=see_pool")
    older = page.text.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
    second = await ops.get(older.replace("&amp;", "&"))
    saved = await ops.get("/ops/audit.csv?actor=sample-coordinator&action=see_pool")

    assert page.text.count('<th scope="row"') == 100
    assert second.text.count('<th scope="row"') == 1
    rows = list(csv.DictReader(saved.text.removeprefix("\ufeff").splitlines()))
    assert len(rows) == 101
    assert {row["actor"] for row in rows} == {"sample-coordinator"}


async def test_times_narrow_the_audit_record_and_wrong_ones_are_said(ops, parts):
    today = parts.now().date().isoformat()

    later = await ops.get(f"/ops/audit?since={today}T23:59")
    since = await ops.get(f"/ops/audit?since={today}T00:00&outcome=done")
    wrong = await ops.get("/ops/audit?since=yesterday")

    assert "条件に合う記録はありません" in later.text
    assert "サインイン" in since.text
    assert wrong.status_code == 422
    assert 'value="yesterday"' in wrong.text
    assert (await ops.get("/ops/audit.csv?since=yesterday")).status_code == 422


async def test_administrators_see_the_audit_record_too(sign_in):
    admin = await sign_in(AccountRole.ADMIN)

    page = await admin.get("/ops/audit")

    assert page.status_code == 200
    assert 'href="/ops/audit"' in page.text
    assert (await admin.get("/ops/plans")).status_code == 403


async def test_the_pages_speak_english(ops):
    for path, said in (
        ("/ops/health", "to be mended"),
        ("/ops/topics", "Takes next"),
        ("/ops/plans", "Committed"),
        ("/ops/audit", "Account id"),
    ):
        assert said in (await ops.get(f"{path}?lang=en")).text
