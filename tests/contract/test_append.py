"""What is appended is kept, whole and in order."""

import time

import pytest

from models.errors import TryAgain
from models.event_log import EventLog, NewRecord, Position
from tests.contract.engines import Engine, opened
from tests.contract.taking import first, numbered, record


async def test_records_of_one_key_keep_their_order(log: EventLog, topic: str) -> None:
    for start in numbered(topic, 40, keys=("15", "20", "47")):
        await log.append([start])
    await log.append([record(topic, b"last", key=key) for key in ("15", "20", "47")])
    taken = await first(43, log, topic)

    for number, key in enumerate(("15", "20", "47")):
        mine = [r.value for r in taken if r.key == key]
        assert mine == [b"%d" % n for n in range(number, 40, 3)] + [b"last"]


async def test_an_append_says_where_each_record_is(log: EventLog, topic: str) -> None:
    positions = await log.append(numbered(topic, 12, keys=("01", "02", "03", "04", "05")))
    taken = await first(12, log, topic)

    found = {
        r.value: Position(topic=r.topic, partition=r.partition, offset=r.offset) for r in taken
    }
    assert [found[b"%d" % n] for n in range(12)] == list(positions)


async def test_records_of_one_key_are_in_one_partition(log: EventLog, topic: str) -> None:
    keys = [f"{n:02}" for n in range(1, 48)]

    first = await log.append([record(topic, key=key) for key in keys])
    second = await log.append([record(topic, key=key) for key in keys])

    assert [p.partition for p in first] == [p.partition for p in second]
    assert len({p.partition for p in first}) > 1


async def test_nothing_is_appended_where_nothing_is_given(log: EventLog) -> None:
    assert list(await log.append([])) == []


async def test_values_come_back_byte_by_byte(log: EventLog, topic: str) -> None:
    broken, big = b"not json {", b"x" * 900_000
    values = [b"", b"\x00\xff\xfe", "須惠町 🗾".encode(), broken, big, b"{}"]

    await log.append([record(topic, value) for value in values])
    taken = await first(len(values), log, topic)

    assert [r.value for r in taken] == values


async def test_headers_come_back_in_order_with_repeats(log: EventLog, topic: str) -> None:
    headers = (
        ("ce_id", b"1"),
        ("empty", b""),
        ("binary", b"\x00\xff"),
        ("unicode", "人材".encode()),
        ("ce_id", b"2"),
        ("reply_to", b"elsewhere"),
        ("correlation_id", b"\xff"),
        ("content-type", b"application/json"),
    )

    await log.append([NewRecord(topic=topic, key="20", value=b"{}", headers=headers)])
    taken = await first(1, log, topic)

    assert taken[0].headers == headers
    assert taken[0].header("ce_id") == "2"


async def test_a_key_may_be_any_text(log: EventLog, topic: str) -> None:
    await log.append([record(topic, key="長野県")])
    taken = await first(1, log, topic)

    assert taken[0].key == "長野県"


async def test_what_was_appended_is_there_for_the_next_process(engine: Engine, topic: str) -> None:
    async with opened(engine.spec) as one:
        await one.append(numbered(topic, 5))

    async with opened(engine.spec) as another:
        taken = await first(5, another, topic)

    assert [r.value for r in taken] == [b"0", b"1", b"2", b"3", b"4"]


async def test_a_log_that_is_away_says_try_again_in_bounded_time(
    engine: Engine, topic: str
) -> None:
    began = time.monotonic()
    with engine.away() as log:
        with pytest.raises(TryAgain):
            await log.append([record(topic)])
        with pytest.raises(TryAgain):
            await log.ping()
        await log.close()

    assert time.monotonic() - began < 10


async def test_an_append_works_again_when_the_log_is_back(engine: Engine, topic: str) -> None:
    with engine.away() as away:
        with pytest.raises(TryAgain):
            await away.append([record(topic, b"lost")])
        await away.close()
    async with opened(engine.spec) as log:
        [position] = await log.append([record(topic, b"kept")])

    assert position.offset == 0


@pytest.mark.needs("provision")
async def test_provisioning_twice_keeps_what_is_there(log: EventLog, topic: str) -> None:
    await log.append(numbered(topic, 3))

    await log.provision([topic, topic])

    assert await log.lag("nobody", [topic]) == 3


@pytest.mark.needs("provision")
async def test_an_unknown_topic_is_try_again(log: EventLog) -> None:
    with pytest.raises(TryAgain):
        await log.append([record("test.never-made")])


async def test_a_ping_names_the_log(log: EventLog, engine: Engine) -> None:
    assert engine.spec.partition(":")[2] in await log.ping()
