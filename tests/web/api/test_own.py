"""Talents, municipalities and operators over HTTP: what is theirs."""

from models.accounts import AccountRole
from models.ids import PoolId
from models.match import MatchState
from tests.application.demo_store import take_in


async def test_a_talent_accepts_and_states_hours(program, parts):
    client = await program(AccountRole.TALENT)
    matches = (await client.get("/me/matches", params={"limit": 200})).json()["items"]
    own = next(each for each in matches if each["state"] == "proposed")
    path = f"/me/matches/{own['match_id']}"
    tag = {"if-match": (await client.get(path)).headers["etag"]}

    done = await client.post(f"{path}/decisions", json={"verb": "accept"}, headers=tag)
    await take_in(parts)
    tag = {"if-match": (await client.get(path)).headers["etag"]}
    pin = await client.post(f"{path}/decisions", json={"verb": "pin"}, headers=tag)
    await take_in(parts)
    hours = await client.get("/me/hours")
    month = hours.json()["months"][-1]
    more = {"hours": {month["month"]: month["stated"] + 1}}
    stated = await client.put("/me/hours", json=more, headers={"if-match": hours.headers["etag"]})

    assert done.json()["match"]["state"] == "accepted_by_talent"
    assert (pin.status_code, pin.json()["code"]) == (422, "api_verb_not_theirs")
    assert stated.status_code == 200, stated.text
    assert {each["talent_id"] for each in matches} == {own["talent_id"]}


async def test_a_municipality_sees_its_own_and_no_drafts(program, parts):
    client = await program(AccountRole.MUNICIPALITY)
    account = await parts.store.account("sample-municipality")
    places = set(account.grants[0].municipalities)

    requests = (await client.get("/our/requests", params={"limit": 200})).json()["items"]
    matches = (await client.get("/our/matches", params={"limit": 200})).json()["items"]

    every = await parts.store.matches(PoolId("20"))
    wanted = [m for m in every if places & set(m.places) and m.state is not MatchState.DRAFTED]
    assert requests
    assert all(places & set(each["municipalities"]) for each in requests)
    assert {each["match_id"] for each in matches} == {each.match_id for each in wanted}


async def test_an_operator_reads_letters_and_the_audit_record_page_by_page(program):
    client = await program(AccountRole.OPS)
    for _ in range(3):
        await client.post("/ops/dead-letters/unknown/replays")

    first = (await client.get("/ops/audit", params={"limit": 2})).json()
    rest = (await client.get("/ops/audit", params={"limit": 2, "cursor": first["next"]})).json()

    assert (await client.get("/ops/dead-letters")).json()["items"] == []
    assert len(first["items"]) == 2
    assert len(rest["items"]) >= 1
    assert first["items"][0]["action"] == "dead_letters"
