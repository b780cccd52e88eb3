"""ingest: one transaction, each fact once, versions, conflicts, and what the store says of them."""

from uuid import NAMESPACE_URL, uuid5

import pytest

from infra.store.store import SqlStore
from models.facts import MatchChanged, PoolChanged, RequestStated, dead
from models.ids import PoolId, RequestId, TalentId
from models.phrase import Phrase
from tests import make
from tests.infra.store import given


async def test_a_stated_request_and_a_stated_talent_can_be_read(store: SqlStore) -> None:
    request, talent = make.request("R-1"), make.talent("T-1")

    done = await given.ingest(store, request, talent)

    assert len(done.applied) == 2
    assert await store.request(PoolId("20"), RequestId("R-1")) == request
    assert await store.talents(PoolId("20")) == (talent,)
    assert await store.pools() == ("20",)


async def test_a_batch_raises_the_version_of_its_pool_once(store: SqlStore) -> None:
    await given.ingest(store, *(make.request(f"R-{n}") for n in range(5)))
    await given.ingest(store, make.talent("T-1"))

    snapshot = await store.snapshot(PoolId("20"))

    assert snapshot
    assert snapshot.version == 2


async def test_each_risen_pool_is_said_once_with_the_correlation_of_its_last_fact(
    store: SqlStore,
) -> None:
    nagano = [given.taken(make.request("R-1")), given.taken(make.request("R-2"))]
    niigata = given.taken(make.request("N-1", pool_id="15", municipalities=("151009",)))

    await store.ingest([nagano[0], niigata, nagano[1]], [])

    messages = {m.fact.key: m for m in await given.said(store, PoolChanged)}
    assert set(messages) == {"15", "20"}
    envelope = messages[PoolId("20")].envelope
    assert envelope.correlation_id == nagano[1].message.envelope.correlation_id
    assert envelope.event_id == uuid5(NAMESPACE_URL, "20/1")


async def test_the_same_batch_twice_is_the_same_as_once(store: SqlStore) -> None:
    batch = [given.taken(make.request(f"R-{n}")) for n in range(3)]
    refused = given.taken(make.request("R-0", title="別の題"))
    await store.ingest([*batch, refused], [given.unreadable()])
    before = await given.drain(store)

    again = await store.ingest([*batch, refused], [given.unreadable()])

    assert len(before) == 3
    assert not again.applied
    assert not again.dead
    assert again.repeated == (*batch, refused)
    assert await given.drain(store) == []
    assert await store.counts() == given.counts(applied=3, dead=2)


async def test_a_record_that_was_appended_twice_is_applied_once(store: SqlStore) -> None:
    first = given.taken(make.request("R-1"), offset=1, event_id=given.event_id(1))
    second = given.taken(make.request("R-1"), offset=2, event_id=given.event_id(1))

    done = await store.ingest([first, second], [])

    assert done.applied == (first,)
    assert done.repeated == (second,)


async def test_an_older_revision_is_history(store: SqlStore) -> None:
    await given.ingest(store, make.request("R-1", revision=2, title="新しい"))
    await given.drain(store)

    done = await given.ingest(store, make.request("R-1", revision=1, title="古い"))

    assert len(done.repeated) == 1
    request = await store.request(PoolId("20"), RequestId("R-1"))
    assert request
    assert request.title == "新しい"
    assert await given.drain(store) == []


async def test_the_same_revision_with_the_same_content_is_a_repeat(store: SqlStore) -> None:
    months = ("2026-11", "2026-12")
    line = make.line(hours=make.hours(16, months))
    reordered = make.line(hours=make.hours(16, months[::-1]))
    await given.ingest(store, make.request("R-1", line))

    done = await given.ingest(store, make.request("R-1", reordered))

    assert len(done.repeated) == 1


@pytest.mark.parametrize("apart", [True, False])
async def test_the_same_revision_with_other_content_is_a_conflict(
    store: SqlStore, apart: bool
) -> None:
    first, other = make.talent("T-1"), make.talent("T-1", overhead=4)

    if apart:
        await given.ingest(store, first)
        done = await given.ingest(store, other)
    else:
        done = await given.ingest(store, first, other)

    [lost] = done.dead
    assert lost.why == Phrase.of("revision_taken", subject="T-1", revision=1)
    assert await store.talent(PoolId("20"), TalentId("T-1")) == first


async def test_settings_have_revisions_too(store: SqlStore) -> None:
    done = await given.ingest(
        store,
        given.configured(2, block=8),
        given.configured(1, block=4),
        given.configured(2, block=8),
        given.configured(2, block=12),
    )

    settings, revision = await store.settings(PoolId("20"))
    assert (settings.block, revision) == (8, 2)
    assert (len(done.applied), len(done.repeated)) == (1, 2)
    assert [lost.why.code for lost in done.dead] == ["revision_taken"]


async def test_a_pool_nobody_stated_anything_about_has_default_settings(store: SqlStore) -> None:
    settings, revision = await store.settings(PoolId("47"))

    assert (settings.block, revision) == (16, 0)
    assert await store.snapshot(PoolId("47")) is None
    assert await store.planned_version(PoolId("47")) == 0


async def test_a_batch_of_nothing_but_dead_leaves_no_pool(store: SqlStore) -> None:
    await given.ingest(store, PoolChanged(pool_id="20", version=1))

    assert await store.pools() == ()
    assert await store.snapshot(PoolId("20")) is None


async def test_a_dead_record_goes_to_its_topic_with_the_original_bytes(store: SqlStore) -> None:
    lost = given.unreadable()

    done = await store.ingest([given.taken(make.request("R-1"))], [lost])

    assert done.dead == (lost,)
    [record] = [r for r in await given.drain(store) if r.topic == dead(RequestStated.topic)]
    assert (record.key, record.value) == (lost.record.key, lost.record.value)
    assert record.headers[:2] == lost.record.headers
    assert dict(record.headers[2:]) == {
        "dl_id": str(uuid5(NAMESPACE_URL, "talentpool.requests.v1/3/5")).encode(),
        "dl_topic": b"talentpool.requests.v1",
        "dl_partition": b"3",
        "dl_offset": b"5",
        "dl_reason": b"header_missing",
        "dl_detail": b'{"header": "ce_source"}',
    }


async def test_a_derived_fact_is_not_taken(store: SqlStore) -> None:
    done = await given.ingest(store, PoolChanged(pool_id="20", version=9))

    assert [lost.why.code for lost in done.dead] == ["fact_is_derived"]


async def test_the_bell_rings_when_there_is_something_to_say(store: SqlStore) -> None:
    store.outbox_ready.clear()

    await store.ingest([], [])
    assert not store.outbox_ready.is_set()
    await given.ingest(store, make.request("R-1"))

    assert store.outbox_ready.is_set()


async def test_the_outbox_keeps_its_order_and_forgets_what_was_relayed(store: SqlStore) -> None:
    for number in range(5):
        await given.ingest(store, make.request(f"R-{number}"))

    first = await store.outbox(2)
    await store.relayed([seq for seq, _ in first])
    await store.relayed([seq for seq, _ in first])
    rest = await store.outbox(10)

    versions = [given.message(r, PoolChanged).fact.model_dump()["version"] for _, r in rest]
    assert [given.message(r, PoolChanged).fact.subject for _, r in first] == ["20", "20"]
    assert versions == [3, 4, 5]


async def test_what_an_event_came_to_can_be_asked(store: SqlStore) -> None:
    request = given.taken(make.request("R-1"), event_id=given.event_id(1))
    refused = given.taken(make.request("R-1", title="別の題"), event_id=given.event_id(2))
    await store.ingest([request, refused], [])

    assert await store.outcome(given.event_id(1)) == "applied"
    assert await store.outcome(given.event_id(2)) == "dead"
    assert await store.inbox_has(given.event_id(2))
    assert not await store.inbox_has(given.event_id(3))


async def test_a_refused_decision_that_is_replayed_later_is_tried_again(store: SqlStore) -> None:
    match = make.match(fixed_by_hand=True)
    await given.planned_pool(store, match)
    early = given.decision(match, "pin")  # type: ignore[arg-type]
    first = given.taken(early, offset=1, event_id=given.event_id(1))
    done = await store.ingest([first], [])
    assert len(done.dead) == 1
    await given.commit(store, match.model_copy(update={"revision": 2, "fixed_by_hand": False}))

    replayed = given.taken(early, offset=2, event_id=given.event_id(1))
    done = await store.ingest([replayed], [])
    again = await store.ingest([first, replayed], [])

    assert done.applied == (replayed,)
    assert again.repeated == (first, replayed)
    assert len(await given.said(store, MatchChanged)) == 1
