"""Drafts: of two who save the same version, one does."""

from datetime import timedelta

from infra.store.store import SqlStore
from models.drafts import Draft, TypedRequest
from models.ids import PoolId
from tests import make

POOL = PoolId("20")


def draft(draft_id: str = "d1", **given: object) -> Draft:
    fields = {
        "pool_id": POOL,
        "author": "coordinator:a",
        "saved": make.NOW,
        "content": TypedRequest(title="窓口"),
    }
    return Draft.model_validate({"draft_id": draft_id, **fields, **given})


async def test_a_draft_comes_back_as_it_was_typed(store: SqlStore) -> None:
    kept = draft(content={"title": "１つ目\x00", "lines": [{"number": 1, "hours": {"x": "7.3"}}]})

    assert await store.put_draft(kept)

    assert await store.draft(POOL, kept.draft_id) == kept
    assert await store.draft(PoolId("15"), kept.draft_id) is None


async def test_who_saves_an_older_version_saves_nothing(store: SqlStore) -> None:
    await store.put_draft(draft())
    mine = draft(version=2, content=TypedRequest(title="私の"))
    theirs = draft(version=2, content=TypedRequest(title="別の人の"))

    assert await store.put_draft(mine)
    assert not await store.put_draft(theirs)

    kept = await store.draft(POOL, mine.draft_id)
    assert kept is not None
    assert kept.content.title == "私の"


async def test_the_one_saved_last_comes_first_and_a_dropped_one_is_gone(store: SqlStore) -> None:
    await store.put_draft(draft("a"))
    await store.put_draft(draft("b", saved=make.NOW + timedelta(minutes=1)))
    await store.put_draft(draft("c", pool_id="15"))

    assert [each.draft_id for each in await store.drafts(POOL)] == ["b", "a"]

    await store.drop_draft(POOL, draft("b").draft_id)
    assert [each.draft_id for each in await store.drafts(POOL)] == ["a"]
