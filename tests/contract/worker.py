"""A process to kill: `python -m tests.contract.worker append|take SPEC TOPIC [GROUP]`.

It prints one number per line: what was acknowledged, or what was taken.
"""

import asyncio
import sys
from collections.abc import Sequence
from itertools import count

from models.event_log import Consumer, Record
from tests.contract.engines import opened
from tests.contract.taking import record


async def append(spec: str, topic: str) -> None:
    """Append 0, 1, 2 ... for ever; say each number once it is acknowledged."""
    async with opened(spec) as log:
        for number in count():
            await log.append([record(topic, b"%d" % number)])
            say(number)


async def take(spec: str, topic: str, group: str) -> None:
    """Take batches of three for ever; say each number once it is handled."""

    async def handle(batch: Sequence[Record]) -> None:
        for one in batch:
            say(int(one.value))
        await asyncio.sleep(0.01)  # the blow is to fall between the work and its offset, too

    async with opened(spec) as log:
        await log.run([Consumer(group=group, topics=(topic,), handle=handle, batch=3)])


def say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["append", spec, topic]:
            asyncio.run(append(spec, topic))
        case ["take", spec, topic, group]:
            asyncio.run(take(spec, topic, group))
