"""Large records, on each engine: refused in a word, or kept and said, and never in the way."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from consumers.ingest import ingest_consumer
from infra.store.store import SqlStore
from models.errors import Rejected, TooLarge
from models.event_log import LARGEST_APPENDED, EventLog, NewRecord, Position
from models.facts import RequestStated
from producers.outbox import relay
from tests.contract.engines import Engine
from tests.contract.taking import first, record

#: What a broker takes at most with its default settings, in a record with a key of two bytes.
LARGE = b"\xff" * 1_048_512


class Renaming:
    """A log of which the topics of the service have other names, for this test alone."""

    def __init__(self, log: EventLog, topic: str) -> None:
        self._log, self._topic = log, topic

    async def append(self, records: Sequence[NewRecord]) -> Sequence[Position]:
        return await self._log.append([replace(r, topic=self._topic) for r in records])


async def test_what_no_log_takes_is_refused_and_the_next_is_kept(log: EventLog, topic: str) -> None:
    with pytest.raises(TooLarge):
        await log.append([record(topic), record(topic, b"x" * (LARGEST_APPENDED + 1))])
    with pytest.raises(Rejected, match="no_text"):
        await log.append([record(topic, key="\ud800")])

    await log.append([record(topic, b"after")])

    assert [r.value for r in await first(1, log, topic)] == [b"after"]


@pytest.mark.needs("provision")
async def test_an_unreadable_record_near_the_limit_dies_without_stopping_anything(
    log: EventLog, engine: Engine, topic: str, tmp_path: Path
) -> None:
    await engine.prepare(f"{topic}.dead")
    await log.append([NewRecord(topic=topic, key="20", value=LARGE)])
    [large] = await first(1, log, topic)
    store = SqlStore(f"sqlite:///{tmp_path / 'store.db'}")
    await store.open()
    relaying = asyncio.create_task(relay(store, Renaming(log, f"{topic}.dead")))  # type: ignore[arg-type]
    try:
        await ingest_consumer(store).handle([replace(large, topic=RequestStated.topic)])
        [dead] = await first(1, log, f"{topic}.dead")

        [summary] = await store.dead_letters()
        letter = await store.dead_letter(summary.id)
        assert letter
        assert (summary.reason, summary.missing) == ("header_missing", 0)
        assert letter.original.value == LARGE
        assert len(dead.value) < 10_000
        assert await store.aside() == []
        # And it can be given back.
        await log.append([replace(letter.original, topic=topic)])
        assert [len(r.value) for r in await first(2, log, topic)] == [len(LARGE)] * 2
    finally:
        relaying.cancel()
        await asyncio.wait([relaying])
        await store.close()
