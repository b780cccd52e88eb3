"""Match events as operators see them: filtered, kept, saved, live; never a name."""

import asyncio
import csv
import json
from urllib.parse import urlencode

import pytest

from application.event_filter import EventFilter
from models.accounts import AccountRole
from tests.web.forms import submit
from tests.web.relayed import relayed

DECLINED = [("f", "kind"), ("op", "equals"), ("v", "drafted")]


async def watched(house):
    """Somebody watches."""
    async with asyncio.timeout(20):
        while not house.feed._viewers:  # noqa: ASYNC110 nobody rings a bell for this
            await asyncio.sleep(0.01)


@pytest.fixture
async def ops(sign_in, parts):
    """The events of the sample plans are on their topic, and an operator looks."""
    await relayed(parts)
    return await sign_in(AccountRole.OPS)


async def test_events_are_listed_newest_first_and_lead_to_their_trace(ops):
    page = await ops.get("/ops/events")

    assert page.status_code == 200
    assert page.text.count("<tr data-id") > 20
    assert 'href="/ops/traces/' in page.text


async def test_the_address_filters(ops):
    some = await ops.get("/ops/events?f=pool&op=equals&v=15")
    none = await ops.get("/ops/events?f=kind&op=contains&v=辞退")

    assert '<td class="mono">15</td>' in some.text
    assert '<td class="mono">20</td>' not in some.text
    assert "<tr data-id" not in none.text
    assert "絞り込みをやめる" in none.text


async def test_an_unknown_condition_is_said(ops):
    page = await ops.get("/ops/events?f=colour&op=contains&v=red")

    assert page.status_code == 422
    assert "colour contains" in page.text


async def test_a_filter_is_kept_and_forgotten(ops, sign_in):
    page = await ops.get(f"/ops/events?{urlencode(DECLINED)}")

    kept = await submit(ops, page, "/ops/events/filters", name="下書きだけ")
    listed = await ops.get("/ops/events")
    gone = await submit(ops, listed, "/ops/events/filters/forget", name="下書きだけ")

    assert kept.headers["location"] == f"/ops/events?{urlencode(DECLINED)}"
    assert f'href="/ops/events?{urlencode(DECLINED).replace("&", "&amp;")}"' in listed.text
    assert gone.status_code == 303
    assert "下書きだけ" not in (await ops.get("/ops/events")).text


async def test_a_filter_needs_a_name(ops):
    page = await ops.get(f"/ops/events?{urlencode(DECLINED)}")

    wrong = await submit(ops, page, "/ops/events/filters", name="　" * 3)

    assert wrong.status_code == 422
    assert "1〜40文字" in wrong.text
    assert 'value="drafted"' in wrong.text


async def test_what_is_filtered_is_saved_as_a_file(ops):
    lines = (await ops.get("/ops/events.jsonl?f=pool&op=equals&v=15")).text.splitlines()
    table = (await ops.get("/ops/events.csv?f=pool&op=equals&v=15")).text

    events = [json.loads(line) for line in lines]
    rows = list(csv.DictReader(table.removeprefix("\ufeff").splitlines()))
    assert table.startswith("\ufeff")
    assert {event["pool_id"] for event in events} == {"15"}
    assert [row["event_id"] for row in rows] == [event["event_id"] for event in events]


async def test_only_operators_may_look(sign_in):
    for role in (AccountRole.COORDINATOR, AccountRole.TALENT, AccountRole.ADMIN):
        browser = await sign_in(role)
        for path in ("/ops/events", "/ops/events/stream", "/ops/events.csv"):
            assert (await browser.get(path)).status_code == 403


async def test_one_person_watches_in_a_few_windows_only(ops, house):
    with (
        house.feed.watching("sample-ops", EventFilter(), None),
        house.feed.watching("sample-ops", EventFilter(), None),
        house.feed.watching("sample-ops", EventFilter(), None),
    ):
        answer = await ops.get("/ops/events/stream")

    assert answer.status_code == 429


async def test_the_stream_shows_rows_and_ends_with_the_session(ops, house, parts, monkeypatch):
    monkeypatch.setattr(house.feed, "_quiet", 0.05)

    answer = asyncio.create_task(ops.get("/ops/events/stream?after=0.0"))
    await watched(house)
    await asyncio.sleep(0.3)
    await parts.store.end_web_sessions_of("sample-ops")
    text = (await asyncio.wait_for(answer, 10)).text

    assert "event: row" in text
    assert "data: <tr data-id=" in text
    assert "event: left-out" in text
    assert text.rstrip().endswith("event: over\ndata:")


async def test_the_stream_ends_when_the_house_closes(ops, house):
    answer = asyncio.create_task(ops.get("/ops/events/stream"))
    await watched(house)
    await house.feed.close()

    assert (await asyncio.wait_for(answer, 3)).status_code == 200


async def test_the_page_speaks_english(ops):
    page = await ops.get("/ops/events?lang=en")

    assert "Filter events" in page.text
    assert "planned" in page.text
