"""What a log holds and how far groups are: partitions, ends, and the next offset of a group."""

from models.event_log import EventLog
from tests.contract.taking import Taker, numbered, running, until_taken


async def test_partitions_say_what_they_hold(log: EventLog, topic: str) -> None:
    before = await log.partitions([topic])
    await log.append(numbered(topic, 5))
    after = await log.partitions([topic])

    assert [each.topic for each in after] == [topic] * len(before)
    assert [each.partition for each in after] == list(range(len(before)))
    assert sum(each.end - each.begin for each in before) == 0
    assert sum(each.end - each.begin for each in after) == 5


async def test_a_topic_that_there_is_not_has_no_partitions(log: EventLog, topic: str) -> None:
    assert list(await log.partitions([f"{topic}.none"])) == []
    assert dict(await log.taken("group.none", [f"{topic}.none"])) == {}


async def test_a_group_goes_on_after_what_it_has_taken(log: EventLog, topic: str) -> None:
    taker = Taker(topic)
    await log.append(numbered(topic, 3))
    held = {(each.topic, each.partition): each for each in await log.partitions([topic])}

    before = await log.taken(taker.group, [topic])
    async with running(log, taker):
        await taker.has(3)
        await until_taken(log, taker)
    after = await log.taken(taker.group, [topic])

    assert before == {place: each.begin for place, each in held.items()}
    assert after == {place: each.end for place, each in held.items()}
