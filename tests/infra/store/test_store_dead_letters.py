"""Dead letters: kept once, shown without their bytes, replayed with all of them."""

from dataclasses import asdict
from uuid import UUID, uuid4

import pytest

from infra.store.record_rows import BEGINNING, DL_HEADERS, dead_letter_id, dead_record
from infra.store.store import SqlStore
from models.event_log import LARGEST, NewRecord, Record, size
from models.facts import RequestStated
from models.ids import PoolId
from models.ingest import Dead
from models.phrase import Phrase
from tests.infra.store import given

OTHER = UUID("00000000-0000-4000-8000-00000000000f")


def said(
    topic: str = RequestStated.topic, partition: int = 3, offset: int = 5, reason: str = "r"
) -> tuple[tuple[str, bytes], ...]:
    """Headers that say why and where a record died, with the id that belongs to the place."""
    place = Record(topic=topic, key="", value=b"", partition=partition, offset=offset)
    about = (str(dead_letter_id(place)), topic, str(partition), str(offset), reason, "d\0")
    return tuple(zip(DL_HEADERS, (text.encode() for text in about), strict=True))


async def kept(store: SqlStore, lost: Dead, offset: int = 0) -> Record:
    """The record on the `.dead` topic, after the store has kept it."""
    await store.ingest([], [lost])
    [record] = await given.drain(store)
    there = Record(
        topic=record.topic,
        key=record.key,
        value=record.value,
        headers=record.headers,
        partition=0,
        offset=offset,
    )
    # It is kept already, by the transaction in which it died.
    assert await store.keep_dead_letter(there) is False
    return there


async def test_a_dead_letter_is_kept_once(store: SqlStore) -> None:
    record = await kept(store, given.unreadable())
    [first] = await store.dead_letters()

    again = await store.keep_dead_letter(record)

    assert again is False
    assert await store.dead_letters() == [first]
    assert first.kept_at


@pytest.mark.parametrize(
    "original",
    [
        {},
        {"value": bytes(range(256)) * 40},
        {"value": b""},
        {"key": "鍵\0\udcff"},
        {"headers": ()},
        {"headers": (("dl_id", b"mine"), ("dl_id", b"twice"), ("名\0", b"\x00\xff"))},
    ],
)
async def test_a_replay_has_exactly_the_bytes_of_the_original(
    store: SqlStore, original: dict[str, object]
) -> None:
    lost = given.unreadable(**original)  # type: ignore[arg-type]
    await kept(store, lost)

    [summary] = await store.dead_letters()
    letter = await store.dead_letter(summary.id)

    assert letter
    assert letter.original == NewRecord(
        topic=lost.record.topic,
        key=lost.record.key,
        value=lost.record.value,
        headers=lost.record.headers,
    )


async def test_a_summary_says_where_and_why_and_never_what(store: SqlStore) -> None:
    correlation = uuid4()
    headers = (("ce_correlationid", str(correlation).encode()), ("note", b"canary"))
    await kept(store, given.unreadable(b"canary", headers=headers))

    [summary] = await store.dead_letters()

    assert (summary.topic, summary.partition, summary.offset) == (RequestStated.topic, 3, 5)
    assert summary.why == Phrase.of("header_missing", header="ce_source")
    assert (summary.pool_id, summary.correlation_id) == ("20", correlation)
    assert (summary.status, summary.replays) == ("new", 0)
    assert "canary" not in str(asdict(summary))


async def test_a_key_that_is_no_pool_is_not_shown(store: SqlStore) -> None:
    await kept(store, given.unreadable(key="山田"))

    [summary] = await store.dead_letters()

    assert summary.pool_id is None


async def test_a_replay_is_counted(store: SqlStore) -> None:
    await kept(store, given.unreadable())
    [summary] = await store.dead_letters()

    assert await store.mark_replayed(summary.id)
    assert await store.mark_replayed(summary.id)

    [after] = await store.dead_letters()
    assert (after.status, after.replays) == ("replayed", 2)


async def test_dead_letters_are_found_by_status_and_pool(store: SqlStore) -> None:
    await kept(store, given.unreadable(offset=1))
    await kept(store, given.unreadable(offset=2, key="15"))
    first, _ = await store.dead_letters()
    await store.mark_replayed(first.id)

    assert [s.offset for s in await store.dead_letters(status="replayed")] == [1]
    assert [s.offset for s in await store.dead_letters(status="new")] == [2]
    assert [s.offset for s in await store.dead_letters(pool=PoolId("15"))] == [2]
    assert await store.dead_letters(status="new", pool=PoolId("20")) == []


async def test_an_unknown_dead_letter_is_none(store: SqlStore) -> None:
    assert await store.dead_letter(uuid4()) is None
    assert await store.mark_replayed(uuid4()) is False


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (("dl_id", b"x"),),
        tuple((name, b"\x00") for name in DL_HEADERS),
        tuple(zip(DL_HEADERS, [str(OTHER).encode(), b"t", b"1", b"2", b"r", b"d"], strict=True)),
        said(partition=10**12),
        said(partition=-1),
        said(offset=10**30),
        said(offset=int("9" * 4000)),
        said(topic="talentpool.requests.v1\0"),
        said(topic="talentpool.talents.v1"),
    ],
)
async def test_a_strangers_record_on_a_dead_topic_is_kept_as_it_is(
    store: SqlStore, headers: tuple[tuple[str, bytes], ...]
) -> None:
    record = Record(
        topic="talentpool.requests.v1.dead",
        key="20",
        value=b"?",
        headers=headers,
        partition=1,
        offset=7,
    )

    assert await store.keep_dead_letter(record)
    assert await store.keep_dead_letter(record) is False

    [summary] = await store.dead_letters()
    letter = await store.dead_letter(summary.id)
    assert letter
    assert isinstance(summary.id, UUID)
    assert (letter.original.topic, letter.original.headers) == (RequestStated.topic, headers)


async def test_words_that_no_column_takes_are_kept_clean(store: SqlStore) -> None:
    record = Record(
        topic="talentpool.requests.v1.dead",
        key="20\0",
        value=b"",
        headers=said(reason="\x1b[31mbad\0"),
        partition=0,
        offset=0,
    )

    assert await store.keep_dead_letter(record)

    [summary] = await store.dead_letters()
    assert dict(summary.why.params) == {
        "kind": "bad\N{REPLACEMENT CHARACTER}",
        "said": "d\N{REPLACEMENT CHARACTER}",
    }
    assert summary.pool_id is None


LARGE = b"\xff" * 1_048_512


async def test_a_large_original_is_kept_by_the_store_and_its_topic_gets_a_reference(
    store: SqlStore,
) -> None:
    headers = (("ce_id", b"1"), ("note", b"x" * 600_000))
    lost = given.unreadable(LARGE, headers=headers, key="20")

    await store.ingest([], [lost])
    [record] = await given.drain(store)

    [summary] = await store.dead_letters()
    letter = await store.dead_letter(summary.id)
    assert size(record) < 10_000 < LARGEST
    assert (record.topic, record.key, record.value) == (
        "talentpool.requests.v1.dead",
        "20",
        LARGE[:BEGINNING],
    )
    assert letter
    assert (letter.original.value, letter.original.headers) == (LARGE, headers)
    assert summary.missing == 0


async def test_a_reference_whose_whole_is_not_here_says_how_much_is_missing(
    store: SqlStore,
) -> None:
    record = dead_record(given.unreadable(LARGE))
    there = Record(
        topic=record.topic,
        key=record.key,
        value=record.value,
        headers=record.headers,
        partition=0,
        offset=0,
    )

    assert await store.keep_dead_letter(there)

    [summary] = await store.dead_letters()
    assert summary.missing == len(LARGE) - BEGINNING
