"""Requests over HTTP: read, post once, amend what was seen, withdraw."""

from typing import Any

from models.accounts import AccountRole
from tests import make
from tests.application.demo_store import take_in

NEW: dict[str, Any] = {
    "pool_id": "20",
    "request_id": "R-900",
    "title": "窓口の見直し",
    "municipalities": ["202029"],
    "lines": [{"line": 1, "role": "pm", "hours": {make.FIRST: 7.75}}],
}


async def test_a_long_list_is_read_page_by_page(program):
    client = await program(AccountRole.COORDINATOR)
    whole = (await client.get("/pools/20/requests", params={"limit": 200})).json()
    ids, cursor = [], ""

    for _ in range(100):
        page = (
            await client.get("/pools/20/requests", params={"limit": 7, "cursor": cursor})
        ).json()
        ids += [each["request_id"] for each in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break

    assert ids == [each["request_id"] for each in whole["items"]]
    assert len(ids) > 50


async def test_a_request_is_posted_and_read_again(program, parts):
    client = await program(AccountRole.COORDINATOR)

    posted = await client.post("/pools/20/requests", json=NEW)
    await take_in(parts)
    read = await client.get("/pools/20/requests/R-900")

    assert posted.status_code == 201
    assert posted.headers["location"] == "/api/v1/pools/20/requests/R-900"
    assert read.json()["lines"][0]["hours"] == {make.FIRST: 7.75}
    assert read.headers["etag"] == '"1"'


async def test_the_same_posting_with_a_key_is_done_once_and_answered_twice(program, parts):
    client = await program(AccountRole.COORDINATOR)
    key = {"idempotency-key": "k-1"}

    first = await client.post("/pools/20/requests", json=NEW, headers=key)
    again = await client.post("/pools/20/requests", json=NEW, headers=key)
    other = await client.post("/pools/20/requests", json=NEW | {"title": "別"}, headers=key)

    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert (other.status_code, other.json()["code"]) == (422, "api_key_used")


async def test_a_key_whose_request_was_refused_may_be_used_anew(program):
    client = await program(AccountRole.COORDINATOR)
    key = {"idempotency-key": "k-2"}
    wrong = NEW | {"municipalities": ["999999"]}

    refused = await client.post("/pools/20/requests", json=wrong, headers=key)
    mended = await client.post("/pools/20/requests", json=NEW, headers=key)

    assert refused.status_code == 422
    assert mended.status_code == 201


async def test_a_change_says_the_revision_that_it_was_made_on(program, parts):
    client = await program(AccountRole.COORDINATOR)
    await client.post("/pools/20/requests", json=NEW)
    await take_in(parts)

    without = await client.patch("/pools/20/requests/R-900", json={"title": "一"})
    first = await client.patch(
        "/pools/20/requests/R-900", json={"title": "一"}, headers={"if-match": '"1"'}
    )
    stale = await client.patch(
        "/pools/20/requests/R-900", json={"title": "二"}, headers={"if-match": '"1"'}
    )

    assert without.status_code == 428
    assert (first.status_code, first.headers["etag"]) == (200, '"2"')
    assert (stale.status_code, stale.json()["code"]) == (412, "stale")


async def test_what_is_wrong_is_a_problem_with_a_code_and_words(program):
    client = await program(AccountRole.COORDINATOR)

    answer = await client.post(
        "/pools/20/requests",
        json=NEW | {"lines": [{"line": 1, "role": "pm", "hours": {make.FIRST: 7.3}}]},
    )

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert "7.25" in answer.json()["title"]


async def test_nobody_reads_another_pool(program):
    client = await program(AccountRole.COORDINATOR, "15")

    assert (await client.get("/pools/20/requests")).status_code == 404
    assert (await client.get("/pools/15/requests")).status_code == 200


async def test_other_roles_may_not(program):
    for role in (AccountRole.TALENT, AccountRole.OPS, AccountRole.MUNICIPALITY):
        client = await program(role)
        assert (await client.get("/pools/20/requests")).status_code == 403


async def test_a_token_of_somebody_who_may_not_enter_any_more_is_worth_nothing(program, parts):
    client = await program(AccountRole.COORDINATOR)
    account = await parts.store.account("sample-coordinator")

    await parts.store.put_account(account.model_copy(update={"disabled": True}))

    assert (await client.get("/pools/20/requests")).status_code == 401
