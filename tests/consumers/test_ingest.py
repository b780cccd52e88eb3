"""requests.v1 and its sisters -> store: one call of the store for each batch."""

from dataclasses import replace
from typing import Any

import structlog

from consumers.ingest import ingest_consumer
from consumers.ports import Ingested
from models.facts import STATED, RequestStated
from tests import make


class Recorder:
    """A store that applies everything and remembers the calls."""

    def __init__(self) -> None:
        self.calls = []  # type: ignore[var-annotated]

    async def ingest(self, batch: Any, dead: Any) -> Any:
        self.calls.append((list(batch), list(dead)))
        return Ingested(applied=tuple(batch), dead=tuple(dead))


def test_it_takes_every_topic_that_people_state_facts_on() -> None:
    assert set(ingest_consumer(Recorder()).topics) == {fact.topic for fact in STATED}


async def test_a_batch_is_one_call_with_the_readable_and_the_dead() -> None:
    store = Recorder()
    good = make.record(RequestStated(request=make.request()))

    await ingest_consumer(store).handle([good, replace(good, value=b"?", offset=1)])

    [(batch, dead)] = store.calls
    assert [t.record.offset for t in batch] == [0]
    assert [d.record.offset for d in dead] == [1]


async def test_what_became_of_each_record_is_one_log_line() -> None:
    good = make.record(RequestStated(request=make.request()))

    with structlog.testing.capture_logs() as lines:
        await ingest_consumer(Recorder()).handle([good, replace(good, value=b"?", offset=1)])

    assert [line["event"] for line in lines] == ["fact.applied", "record.dead_lettered"]
    assert lines[0]["subject"] == "R-1"
    assert lines[1]["offset"] == 1
