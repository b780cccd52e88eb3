"""Watching a log: live, from the end or a little before it, without a group."""

import asyncio
from contextlib import aclosing

from models.event_log import EventLog
from tests.contract.taking import DEADLINE_SECONDS, first, numbered, record


async def test_a_tail_begins_with_the_last_records_and_goes_on_live(
    log: EventLog, topic: str
) -> None:
    await log.append(numbered(topic, 10))

    async with asyncio.timeout(DEADLINE_SECONDS), aclosing(log.tail([topic], past=3)) as tail:
        past = [(await anext(tail)).value for _ in range(3)]
        await log.append([record(topic, b"live")])
        live = (await anext(tail)).value

    assert past == [b"7", b"8", b"9"]
    assert live == b"live"


async def test_a_tail_of_the_present_shows_nothing_old(log: EventLog, topic: str) -> None:
    await log.append(numbered(topic, 10))

    async with asyncio.timeout(DEADLINE_SECONDS), aclosing(log.tail([topic])) as tail:
        seen = asyncio.ensure_future(anext(tail))
        while not seen.done():  # the tail begins somewhere in here
            await log.append([record(topic, b"live")])
            await asyncio.sleep(0.05)

    assert (await seen).value == b"live"


async def test_more_past_than_there_is_shows_all(log: EventLog, topic: str) -> None:
    await log.append(numbered(topic, 2))

    async with asyncio.timeout(DEADLINE_SECONDS), aclosing(log.tail([topic], past=100)) as tail:
        seen = [(await anext(tail)).value for _ in range(2)]

    assert seen == [b"0", b"1"]


async def test_a_tail_moves_no_offsets(log: EventLog, topic: str) -> None:
    await log.append(numbered(topic, 2))

    await first(2, log, topic)

    assert await log.lag("nobody", [topic]) == 2
