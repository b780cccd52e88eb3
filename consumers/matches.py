"""matches.v1 -> log lines (and whoever watches)"""

from collections.abc import Sequence

from consumers.ingest import say_dead
from consumers.ports import IngestStore
from consumers.reading import sort_out
from consumers.retry import patient
from consumers.unstorable import ingested
from models.event_log import Consumer, Record
from models.facts import MatchChanged
from models.hours import decimal
from models.log import log

GROUP = "talentpool-match-log"


def matches_consumer(store: IngestStore) -> Consumer:
    """One log line for each change of a match: ids, hours, reasons; never a person."""

    async def handle(records: Sequence[Record]) -> None:
        taken, dead = sort_out(records, {MatchChanged.topic: MatchChanged})
        for message in (t.message for t in taken):
            assert isinstance(message.fact, MatchChanged)
            log.info("match.changed", **fields(message.fact, message.envelope.correlation_id))
        if dead:
            say_dead((await ingested(store, (), dead)).dead)

    return Consumer(group=GROUP, topics=(MatchChanged.topic,), handle=patient(handle))


def fields(fact: MatchChanged, correlation_id: object) -> dict[str, object]:
    """What may be said of a match event in a log line or a live view."""
    return {
        "pool_id": fact.pool_id,
        "match_id": fact.match_id,
        "revision": fact.revision,
        "line_id": fact.line_id,
        "talent_id": fact.talent_id,
        "state": fact.state.value,
        "before": fact.before.value if fact.before else None,
        "hours": decimal(sum(fact.hours.values())),
        "months": f"{min(fact.hours)}..{max(fact.hours)}" if fact.hours else "",
        "pinned": fact.pinned,
        "reason": fact.reason,
        **_against(fact),
        "plan_version": fact.plan_version,
        "correlation_id": str(correlation_id),
    }


def _against(fact: MatchChanged) -> dict[str, object]:
    """Codes of what changed in the terms, and of what speaks against the match; none said."""
    contradictions = fact.match.contradictions if fact.match else ()
    said = {"changed_terms": fact.changed_terms, "contradictions": contradictions}
    return {name: ",".join(codes) for name, codes in said.items() if codes}
