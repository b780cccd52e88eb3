"""Matches over HTTP: read by state, decided on what was seen, followed by what they led to."""

from models.accounts import AccountRole
from models.ids import PoolId
from models.match import MatchState
from models.revision_claims import Kind
from tests.application.demo_store import take_in

PROPOSED = "/pools/20/matches?state=proposed&limit=200"


async def test_matches_are_read_by_their_state(program, parts):
    client = await program(AccountRole.COORDINATOR)

    proposed = (await client.get(PROPOSED)).json()["items"]

    kept = await parts.store.matches(PoolId("20"))
    assert len(proposed) == sum(m.state is MatchState.PROPOSED for m in kept) > 0


async def test_a_match_is_pinned_accepted_and_its_story_is_told(program, parts):
    client = await program(AccountRole.COORDINATOR)
    match_id = (await client.get(PROPOSED)).json()["items"][0]["match_id"]
    path = f"/pools/20/matches/{match_id}"

    for body in (
        {"verb": "pin"},
        {"verb": "accept", "side": "talent"},
    ):
        tag = (await client.get(path)).headers["etag"]
        done = await client.post(f"{path}/decisions", json=body, headers={"if-match": tag})
        assert done.status_code == 200, done.text
        await take_in(parts)

    read = (await client.get(path)).json()
    story = (await client.get(f"/pools/20/timelines/{match_id}")).json()
    posting = await client.get(f"/pools/20/postings/{done.json()['correlation_id']}")
    assert read["state"] == done.json()["match"]["state"] == "accepted_by_talent"
    assert [e["kind"] for e in story["timelines"][0]["entries"]][-2:] == ["match", "match"]
    assert [m["match_id"] for m in posting.json()["matches"]] == [match_id]


async def test_a_decision_on_what_has_changed_since_is_refused(program, parts):
    client = await program(AccountRole.COORDINATOR)
    match_id = (await client.get(PROPOSED)).json()["items"][0]["match_id"]
    path = f"/pools/20/matches/{match_id}/decisions"
    tag = {"if-match": (await client.get(path.removesuffix("/decisions"))).headers["etag"]}
    await client.post(path, json={"verb": "accept", "side": "talent"}, headers=tag)
    await take_in(parts)

    stale = await client.post(path, json={"verb": "cancel"}, headers=tag)
    without = await client.post(path, json={"verb": "pin"})
    incomplete = await client.post(path, json={"verb": "decline"}, headers=tag)

    assert (stale.status_code, without.status_code) == (412, 428)
    assert incomplete.status_code == 422


async def test_another_pools_match_timeline_and_posting_are_not_there(program, parts):
    client = await program(AccountRole.COORDINATOR)
    other = (await parts.store.matches(PoolId("15")))[0]
    [made, *_] = await parts.store.revisions(Kind.MATCH, PoolId("15"), other.match_id)

    for path in (
        f"/pools/20/matches/{other.match_id}",
        f"/pools/20/timelines/{other.match_id}",
        f"/pools/20/postings/{made.correlation_id}",
    ):
        assert (await client.get(path)).status_code == 404, path
    answer = await client.post(
        f"/pools/20/matches/{other.match_id}/decisions",
        json={"verb": "pin"},
        headers={"if-match": f'"{other.revision}"'},
    )
    assert answer.status_code == 404
