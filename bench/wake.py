"""How fast a waiting consumer of the embedded log wakes: `python -m bench.wake [RECORDS]`.

A second process appends; both read the same clock. Prints milliseconds from before the append
(so the fsync is part of it) to the handler: median, p99, greatest.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from infra.embedded import EmbeddedLog
from models.event_log import Consumer, NewRecord, Record

TOPIC = "bench.wake"
PAUSE_SECONDS = 0.037  # no multiple of the 20 ms between two looks


async def append(path: Path, count: int) -> None:
    """Append the time, again and again, with pauses."""
    log = EmbeddedLog(path)
    for _ in range(count):
        await asyncio.sleep(PAUSE_SECONDS)
        await log.append([NewRecord(topic=TOPIC, key="20", value=repr(time.time()).encode())])
    await log.close()


async def measure(count: int) -> list[float]:
    """Milliseconds from append to handler, sorted."""
    waits: list[float] = []
    done = asyncio.Event()

    async def handle(batch: Sequence[Record]) -> None:
        waits.extend((time.time() - float(record.value)) * 1000 for record in batch)
        if len(waits) >= count:
            done.set()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.db"
        log = EmbeddedLog(path)
        await log.provision([TOPIC])
        run = asyncio.create_task(
            log.run([Consumer(group="bench", topics=(TOPIC,), handle=handle)])
        )
        arguments = ["-m", "bench.wake", "append", str(path), str(count)]
        other = await asyncio.create_subprocess_exec(sys.executable, *arguments)
        await done.wait()
        await other.wait()
        run.cancel()
        with suppress(asyncio.CancelledError):
            await run
        await log.close()
    return sorted(waits)


def main(arguments: list[str]) -> None:
    """Measure, or be the process that appends."""
    match arguments:
        case ["append", path, count]:
            asyncio.run(append(Path(path), int(count)))
        case _:
            waits = asyncio.run(measure(int(arguments[0]) if arguments else 200))
            middle, late = waits[len(waits) // 2], waits[int(len(waits) * 0.99) - 1]
            sys.stdout.write(
                f"{len(waits)} records: median {middle:.1f} ms, p99 {late:.1f} ms, "
                f"greatest {waits[-1]:.1f} ms\n"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
