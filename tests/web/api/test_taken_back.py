"""What has gone comes back, a person is forgotten, a talent is put on a line by hand."""

from models.accounts import AccountRole
from models.ids import PoolId
from tests.application.demo_store import take_in

POOL = PoolId("20")


async def test_a_withdrawn_request_is_reopened_on_what_was_seen(program, parts):
    client = await program(AccountRole.COORDINATOR)
    request = next(iter(await parts.store.requests(POOL)))
    path = f"/pools/20/requests/{request.request_id}"

    stale = await client.delete(path, headers={"if-match": '"99"'})
    await client.delete(path, headers={"if-match": f'"{request.revision}"'})
    await take_in(parts)
    gone = await client.get(path)
    tag = {"if-match": gone.headers["etag"]}
    done = await client.post(f"{path}/reopenings", headers=tag)
    await take_in(parts)

    assert stale.status_code == 412
    assert gone.json()["status"] == "withdrawn"
    assert done.status_code == 200, done.text
    assert (await client.get(path)).json()["status"] == "open"
    assert (await client.post(f"{path}/reopenings", headers=tag)).status_code == 412


async def test_a_talent_comes_back_and_is_forgotten_by_name(program, parts):
    client = await program(AccountRole.COORDINATOR)
    person = next(iter(await parts.store.people(POOL)))
    path = f"/pools/20/talents/{person.talent_id}"

    await client.delete(path)
    await take_in(parts)
    tag = {"if-match": (await client.get(path)).headers["etag"]}
    back = await client.post(f"{path}/returns", headers=tag)
    await take_in(parts)
    other = await client.post(f"{path}/erasures", json={"talent_id": "T-other"})
    kept = await parts.store.person(POOL, person.talent_id)
    erased = await client.post(f"{path}/erasures", json={"talent_id": person.talent_id})

    assert back.status_code == 200, back.text
    assert (await client.get(path)).json()["status"] == "active"
    assert (other.status_code, kept) == (422, person)
    assert erased.json()["known"] is True
    assert await parts.store.person(POOL, person.talent_id) is None


async def test_what_breaks_a_rule_is_not_assigned_and_every_rule_is_named(program, parts):
    client = await program(AccountRole.COORDINATOR)
    match = next(m for m in await parts.store.matches(POOL, live_only=True) if m.hours)
    month = max(match.hours)
    body = {"line_id": match.line_id, "talent_id": match.talent_id, "hours": {month: 700}}

    answer = await client.post("/pools/20/assignments", json=body)

    assert answer.status_code == 422
    assert answer.json()["code"].startswith(("assign_", "several"))


async def test_remedies_name_their_steps(program):
    client = await program(AccountRole.COORDINATOR)

    unmet = (await client.get("/pools/20/unmet", params={"limit": 200})).json()["items"]

    enough = [change for each in unmet for change in each["enough"]]
    assert enough
    assert all(step["pool_id"] == "20" for change in enough for step in change["steps"])
    assert any(change["steps"] for change in enough)


async def test_a_talent_reads_the_year_and_amends_skills_alone(program, parts):
    client = await program(AccountRole.TALENT)

    year = (await client.get("/me/year")).json()["months"]
    profile = await client.get("/me/profile")
    tag = {"if-match": profile.headers["etag"]}
    done = await client.patch("/me/profile", json={"skills": {"BPR": 3}}, headers=tag)
    await take_in(parts)
    contract = await client.patch("/me/profile", json={"form": "side_job"}, headers=tag)

    own = await client.get("/me/matches", params={"limit": 200})
    ids = {each["match_id"] for each in own.json()["items"]}
    work = [each for month in year for each in month["work"]]
    assert work
    assert {each["match_id"] for each in work} <= ids
    assert all(m["used"] >= sum(w["hours"] for w in m["work"]) for m in year)
    assert done.status_code == 200, done.text
    assert (await client.get("/me/profile")).json()["skills"] == {"BPR": 3}
    assert contract.status_code == 422
