"""Drafts of officers over HTTP: written, written anew, handed over, given up; nobody else's."""

from typing import Any

import pytest

from models.accounts import Account, AccountId, AccountRole, Grant
from models.ids import PoolId
from tests import make
from tests.web.api.conftest import token_of
from tests.web.forms import submit

LINE = {"line": 1, "role": "pm", "hours": {make.FIRST: 7.75}, "skills": {"BPR": 2}}


@pytest.fixture
async def officer(program):
    return await program(AccountRole.MUNICIPALITY)


@pytest.fixture
async def new(parts) -> dict[str, Any]:
    account = await parts.store.account(AccountId("sample-municipality"))
    own = account.grants[0].municipalities[0]
    return {"title": "窓口の見直し", "municipalities": [own], "lines": [LINE], "note": "至急"}


async def test_a_draft_is_written_read_handed_over_and_posted_by_a_coordinator(
    officer, new, parts, sign_in
):
    made = await officer.post("/our/drafts", json=new, headers={"idempotency-key": "d-1"})
    again = await officer.post("/our/drafts", json=new, headers={"idempotency-key": "d-1"})
    path = f"/our/drafts/{made.json()['draft_id']}"
    read = await officer.get(path)
    other = new | {"title": "別の題"}
    changed = await officer.put(path, json=other, headers={"if-match": read.headers["etag"]})
    stale = await officer.put(path, json=new, headers={"if-match": read.headers["etag"]})
    handed = await officer.post(f"{path}/handovers", headers={"if-match": changed.headers["etag"]})

    coordinator = await sign_in(AccountRole.COORDINATOR)
    form = f"/pools/20/requests/drafts/{made.json()['draft_id']}/check"
    posted = await submit(coordinator, await coordinator.get(form), do="post")
    after = (await officer.get(path)).json()

    assert made.headers["location"] == f"/api/v1{path}"
    assert again.json() == made.json()
    assert read.json()["request"]["lines"][0]["hours"] == LINE["hours"]
    assert read.json()["request"]["lines"][0]["skills"] == LINE["skills"]
    assert (read.json()["note"], read.json()["wrong"]) == ("至急", [])
    assert (changed.status_code, stale.status_code, handed.json()["handed"]) == (200, 412, True)
    assert posted.status_code == 303
    assert after["posted"]
    assert after["request"]["title"] == "別の題"


async def test_what_an_officer_writes_on_the_page_its_program_lists_and_gives_up(
    officer, new, sign_in
):
    browser = await sign_in(AccountRole.MUNICIPALITY)
    page = await browser.get("/our/requests/new")
    await submit(browser, page, title="書きかけ", do="later")

    [draft] = (await officer.get("/our/drafts")).json()["items"]
    gone = await officer.delete(f"/our/drafts/{draft['draft_id']}")

    assert draft["request"] is None
    assert draft["wrong"]
    assert gone.status_code == 200
    assert (await officer.get("/our/drafts")).json()["items"] == []


async def test_anothers_draft_is_not_there(officer, new, parts, program):
    made = (await officer.post("/our/drafts", json=new)).json()
    grant = Grant(
        role=AccountRole.MUNICIPALITY, pool_id="20", municipalities=tuple(new["municipalities"])
    )
    other = Account(account_id=AccountId("sample-other"), login="o", name="", grants=(grant,))
    await parts.store.put_account(other)
    officer.headers["authorization"] = f"Bearer {await token_of(parts, 'other')}"
    path, tag = f"/our/drafts/{made['draft_id']}", {"if-match": '"1"'}

    answers = [
        await officer.get(path),
        await officer.put(path, json=new, headers=tag),
        await officer.post(f"{path}/handovers", headers=tag),
        await officer.delete(path),
    ]

    assert [each.status_code for each in answers] == [404] * 4
    assert (await officer.get("/our/drafts")).json()["items"] == []
    assert len(await parts.store.drafts(PoolId("20"))) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"municipalities": ["202011"]},
        {"municipalities": ["999999"]},
        {"lines": []},
        {"note": "\x00"},
        {"note": 1},
        {"status": "withdrawn"},
    ],
)
async def test_what_cannot_be_a_draft_is_refused(officer, new, wrong, parts):
    answer = await officer.post("/our/drafts", json=new | wrong)

    assert answer.status_code == 422
    assert list(await parts.store.drafts(PoolId("20"))) == []
