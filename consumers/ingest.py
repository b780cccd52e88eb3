"""requests.v1, talents.v1, decisions.v1, settings.v1 -> store (state, outbox)"""

from collections.abc import Sequence

from consumers.ports import Dead, IngestStore, Taken
from consumers.reading import sort_out
from consumers.retry import patient
from consumers.unstorable import ingested
from models.event_log import Consumer, Record
from models.facts import STATED
from models.log import log

GROUP = "talentpool-ingest"
_FACT_TYPES = {fact.topic: fact for fact in STATED}


def ingest_consumer(store: IngestStore) -> Consumer:
    """Takes what people state; one store transaction for each batch."""

    async def handle(records: Sequence[Record]) -> None:
        done = await ingested(store, *sort_out(records, _FACT_TYPES))
        for taken in done.applied:
            log.info("fact.applied", **_about(taken))
        for taken in done.repeated:
            log.info("fact.repeated", **_about(taken))
        for taken in done.waiting:
            log.warning("decision.waiting", **_about(taken))
        say_dead(done.dead)

    return Consumer(group=GROUP, topics=tuple(_FACT_TYPES), handle=patient(handle))


def say_dead(dead: Sequence[Dead]) -> None:
    """One log line for each dead letter: where it stood and why, never what it held."""
    for lost in dead:
        log.error(
            "record.dead_lettered",
            topic=lost.record.topic,
            partition=lost.record.partition,
            offset=lost.record.offset,
            reason=lost.why.code,
            detail=dict(lost.why.params),
        )


def _about(taken: Taken) -> dict[str, str]:
    return {
        "type": taken.message.fact.type,
        "pool_id": taken.message.fact.key,
        "subject": taken.message.fact.subject,
        "event_id": str(taken.message.envelope.event_id),
        "correlation_id": str(taken.message.envelope.correlation_id),
    }
