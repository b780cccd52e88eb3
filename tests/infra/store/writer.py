"""A process that ingests batch after batch until it is killed, and says each batch it has done.

With a second argument it stops inside the transaction of that batch, says `inside`, and waits.
"""

import asyncio
import sys
from itertools import count
from typing import Any

from infra.store import ingest
from infra.store.store import SqlStore
from tests import make
from tests.infra.store import given


def say(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


async def write(url: str, stop_inside: int = 0) -> None:
    store = SqlStore(url)
    await store.open()
    last_statement = ingest.say  # type: ignore[attr-defined]

    async def stop(*given: Any) -> None:
        await last_statement(*given)
        say("inside")
        await asyncio.sleep(3600)

    for batch in count(1):
        if batch == stop_inside:
            ingest.say = stop  # type: ignore[assignment, attr-defined]
        await given.ingest(store, *(make.request(f"R-{batch}-{n}") for n in range(100)))
        say(batch)


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1], *map(int, sys.argv[2:])))
