"""Operators over HTTP: events page by page, a posting's way, letters mended, how it stands."""

import pytest

from models.accounts import AccountRole
from models.audit import AuditSearch
from models.ids import PoolId
from tests.application.demo_store import take_in
from tests.web.relayed import relayed
from tests.web.test_ops_letters import CANARY, dies


@pytest.fixture
async def ops(program):
    return await program(AccountRole.OPS)


async def every_page(ops, **wanted):
    """All events, by asking on with what each page says."""
    events, cursor = [], ""
    for _ in range(200):
        page = (await ops.get("/ops/events", params={**wanted, "cursor": cursor})).json()
        events += page["items"]
        cursor = page["next"]
        if not page["more"]:
            return events, cursor
    raise AssertionError("no end")


async def test_events_are_read_on_from_where_one_was_each_once(ops, parts):
    await relayed(parts)
    known = await parts.store.matches(PoolId("20"))
    conditions = {"f": ["pool", "kind"], "op": ["equals", "lacks"], "v": ["20", "confirmed"]}

    events, cursor = await every_page(ops, limit=7, **conditions)
    await parts.desk.withdraw_request(
        PoolId("20"), next(iter(await parts.store.requests(PoolId("20")))).request_id
    )
    await take_in(parts)
    await relayed(parts)
    after = (await ops.get("/ops/events", params={"cursor": cursor, **conditions})).json()

    assert {each["match_id"] for each in events} == {
        each.match_id for each in known if each.state != "confirmed"
    }
    assert len({each["event_id"] for each in events}) == len(events) > 14
    assert after["items"]
    assert not {e["event_id"] for e in after["items"]} & {e["event_id"] for e in events}


@pytest.mark.parametrize(
    "wrong",
    [
        {"f": "kind", "op": "equals"},
        {"f": "name", "op": "equals", "v": "x"},
        {"cursor": "eA"},
        {"f": ["kind"] * 7, "op": ["equals"] * 7, "v": ["x"] * 7},
    ],
)
async def test_a_filter_or_a_place_that_is_none_is_refused(ops, wrong):
    assert (await ops.get("/ops/events", params=wrong)).status_code == 422


async def test_a_postings_way_is_found_and_told(ops, parts):
    request = next(iter(await parts.store.requests(PoolId("20"))))
    receipt = await parts.desk.withdraw_request(PoolId("20"), request.request_id)

    path = f"/ops/traces/{receipt.correlation_id}"
    before = (await ops.get(path)).json()
    await take_in(parts)
    after = (await ops.get(path)).json()
    found = (await ops.get("/ops/traces", params={"q": str(receipt.event_id)})).json()
    of_thing = (await ops.get("/ops/traces", params={"q": request.request_id})).json()
    unknown = await ops.get("/ops/traces", params={"q": "R-none"})

    assert before["stands"]["step"] == "applied"
    assert [each["step"] for each in after["steps"]][:2] == ["appended", "applied"]
    assert after["subjects"] == [request.request_id]
    assert found["correlation_id"] == str(receipt.correlation_id)
    assert str(receipt.correlation_id) in {e["correlation_id"] for e in of_thing["items"]}
    assert unknown.status_code == 404


async def test_a_letter_is_opened_mended_and_the_look_is_kept(ops, parts):
    letter = await dies(parts)

    path = f"/ops/dead-letters/{letter}"
    shown = await ops.get(path)
    text = (await ops.get(f"{path}/original")).json()["text"]
    worse = await ops.post(f"{path}/mends", json={"text": "{}"})
    done = await ops.post(f"{path}/mends", json={"text": text.replace("titel", "title")})
    again = await ops.post(f"{path}/mends", json={"text": text})
    listed = (await ops.get("/ops/dead-letters", params={"status": "replayed"})).json()["items"]

    looks = await parts.store.audit(AuditSearch(action="dead_letters"), before=None, limit=50)
    assert CANARY not in shown.text
    assert CANARY in text
    assert (worse.status_code, done.status_code, again.status_code) == (422, 200, 422)
    assert [each["id"] for each in listed] == [str(letter)]
    assert any(record.page.endswith("/original") for _, record in looks)


async def test_many_are_replayed_where_they_are_as_many_as_were_seen(ops, parts):
    for offset in (1, 2):
        await dies(parts, f"R-{offset}", spoilt=False, offset=offset)
    await dies(parts, offset=3)

    other = await ops.post("/ops/dead-letters/replays", json={"seen": 1})
    done = await ops.post("/ops/dead-letters/replays", json={"seen": 3})

    assert (other.status_code, other.json()["code"]) == (412, "letters_other_number")
    assert len(done.json()["done"]) == 2
    assert [each["code"] for each in done.json()["refused"]] == ["fact_malformed"]
    assert CANARY not in done.text


async def test_plans_topics_and_health_are_told(ops, parts):
    await relayed(parts)

    plans = (await ops.get("/ops/plans")).json()["items"]
    topics = (await ops.get("/ops/topics")).json()["items"]
    health = (await ops.get("/ops/health")).json()

    known = await parts.store.plan(PoolId("20"))
    assert {each["pool_id"] for each in plans} == {*await parts.store.pools()}
    assert next(e for e in plans if e["pool_id"] == "20")["plan"]["version"] == known.version
    assert "talentpool.matches.v1" in {each["topic"] for each in topics}
    assert all(lag >= 0 for each in topics for lag in each["lags"].values())
    assert health["fine"] == all(each["fine"] for each in health["findings"])
    assert all(each["mend"] for each in health["findings"] if not each["fine"])


async def test_the_audit_record_is_searched(ops, parts):
    await ops.get("/ops/dead-letters")
    await ops.post("/ops/dead-letters/replays", json={"seen": 0})
    await ops.get("/pools")

    refused = (await ops.get("/ops/audit", params={"outcome": "refused"})).json()["items"]
    none = (await ops.get("/ops/audit", params={"until": "2001-01-01T00:00:00Z"})).json()["items"]
    wrong = await ops.get("/ops/audit", params={"since": "yesterday"})

    assert {each["action"] for each in refused} == {"see_pool"}
    assert none == []
    assert wrong.status_code == 422
