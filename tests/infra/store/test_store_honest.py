"""What was never applied never ends as if it had been."""

import pytest

from infra.store.store import SqlStore
from models.entities import Request, Talent
from models.facts import Fact
from models.ids import PoolId, RequestId
from tests import make
from tests.infra.store import given


def stated(kind: str, revision: int, word: str) -> Request | Talent | Fact:
    """A revision of one thing, with content that `word` tells from others."""
    match kind:
        case "request":
            return make.request("R-1", revision=revision, title=word)
        case "talent":
            return make.talent("T-1", revision=revision, skills={word: 1})
        case _:
            return given.configured(revision, block=4 * len(word))


@pytest.mark.parametrize("kind", ["request", "talent", "settings"])
async def test_a_replayed_conflict_is_a_conflict_also_when_others_have_gone_on(
    store: SqlStore, kind: str
) -> None:
    lost = given.taken(stated(kind, 2, "B"), event_id=given.event_id(1))
    await given.ingest(store, stated(kind, 1, "A"), stated(kind, 2, "AA"))
    assert len((await store.ingest([lost], [])).dead) == 1
    await given.ingest(store, stated(kind, 3, "AAA"))

    replay = given.taken(stated(kind, 2, "B"), event_id=given.event_id(1))
    done = await store.ingest([replay], [])

    assert [each.why.code for each in done.dead] == ["gone_on_since_refused"]
    assert not done.repeated
    assert await store.outcome(given.event_id(1)) == "dead"


async def test_an_event_id_has_one_content(store: SqlStore) -> None:
    first = given.taken(make.request("R-1"), event_id=given.event_id(1))
    other = given.taken(make.request("R-2"), event_id=given.event_id(1))
    await store.ingest([first], [])

    done = await store.ingest([other], [])
    again = await store.ingest([other], [])

    assert [(each.why.code, each.record) for each in done.dead] == [
        ("event_id_taken", other.record)
    ]
    assert not again.dead
    assert await store.request(PoolId("20"), RequestId("R-2")) is None
    assert await store.outcome(given.event_id(1)) == "applied"


async def test_two_contents_of_one_event_id_in_one_batch_are_one_fact_and_one_dead_letter(
    store: SqlStore,
) -> None:
    first, other = (given.taken(make.request(f"R-{n}"), event_id=given.event_id(1)) for n in (1, 2))

    done = await store.ingest([first, other], [])

    assert done.applied == (first,)
    assert [each.record for each in done.dead] == [other.record]
