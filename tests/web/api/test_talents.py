"""Talents over HTTP: without names unless they are asked for, and then that is recorded."""

from typing import Any

from models.accounts import AccountRole
from models.audit import AuditSearch
from models.ids import PoolId, TalentId
from tests import make
from tests.application.demo_store import take_in

NEW: dict[str, Any] = {
    "pool_id": "20",
    "talent_id": "T-900",
    "roles": ["pm"],
    "contract_from": make.FIRST,
    "contract_until": make.FIRST,
    "capacity": {make.FIRST: 31.25},
    "person": {"name": "見本 花子", "mail": "hanako@example.jp"},
}


async def test_a_talent_is_posted_changed_and_leaves(program, parts):
    client = await program(AccountRole.COORDINATOR)

    posted = await client.post("/pools/20/talents", json=NEW)
    await take_in(parts)
    read = await client.get("/pools/20/talents/T-900")
    changed = await client.patch(
        "/pools/20/talents/T-900",
        json={"capacity": {make.FIRST: 40}, "person": {"note": "水曜は在宅"}},
        headers={"if-match": read.headers["etag"]},
    )
    await take_in(parts)
    left = await client.delete("/pools/20/talents/T-900")
    await take_in(parts)

    person = await parts.store.person(PoolId("20"), TalentId("T-900"))
    talent = await parts.store.talent(PoolId("20"), TalentId("T-900"))
    assert (posted.status_code, changed.status_code, left.status_code) == (201, 200, 200)
    assert (person.name, person.note) == ("見本 花子", "水曜は在宅")
    assert (talent.capacity[make.FIRST], talent.status) == (160, "left")
    assert read.json()["capacity"] == {make.FIRST: 31.25}


async def test_nobody_is_named_unless_asked_for_and_then_it_is_recorded(program, parts):
    client = await program(AccountRole.COORDINATOR)
    await client.post("/pools/20/talents", json=NEW)
    await take_in(parts)

    async def looks() -> int:
        found = await parts.store.audit(AuditSearch(subject="T-900"), before=None, limit=50)
        return len(found)

    silent = await client.get("/pools/20/talents/T-900")
    before = await looks()
    named = await client.get("/pools/20/talents/T-900", params={"person": True})

    assert "花子" not in silent.text
    assert "花子" not in (await client.get("/pools/20/talents", params={"limit": 200})).text
    assert named.json()["person"]["name"] == "見本 花子"
    assert await looks() == before + 1


async def test_a_person_with_unknown_fields_is_refused(program):
    client = await program(AccountRole.COORDINATOR)

    answer = await client.post("/pools/20/talents", json=NEW | {"person": {"phone": "1"}})

    assert (answer.status_code, answer.json()["code"]) == (422, "api_person_wrong")
