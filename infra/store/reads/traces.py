"""When what was said went from step to step: appended, applied, planned, relayed."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from infra.store.reads.look import ReadPart, uuid_in
from models.ids import PoolId
from models.plan_run import PlanRun
from models.traced import Appended, TracedFact


class TraceReads(ReadPart):
    """Answers about the way of a posting."""

    async def traced_facts(self, correlation_id: UUID) -> Sequence[TracedFact]:
        """The facts of a correlation id that were taken: where, when, and what each came to."""
        found = await self._rows(
            'SELECT event_id, topic, partition, "offset", outcome, time FROM inbox'
            ' WHERE correlation_id = :story ORDER BY time, topic, "offset"',
            story=correlation_id,
        )
        return [
            TracedFact(
                event_id=uuid_in(row.event_id),
                topic=row.topic,
                partition=row.partition,
                offset=row.offset,
                outcome=row.outcome,
                time=self._moment(row.time),
            )
            for row in found
        ]

    async def appended(self, event_id: UUID) -> Sequence[Appended]:
        """What an event took for itself at the edge, before anybody applied it."""
        found = await self._rows(
            "SELECT kind, pool_id, subject, kept, time FROM claims"
            " WHERE event_id = :event_id AND kind <> 'posting' ORDER BY kind, subject",
            event_id=event_id,
        )
        return [
            Appended(
                pool_id=PoolId(row.pool_id),
                kind=row.kind,
                subject=row.subject,
                kept=bool(row.kept),
                time=datetime.fromtimestamp(row.time, self._now().tzinfo),
            )
            for row in found
        ]

    async def story_of_event(self, event_id: UUID) -> UUID | None:
        """The correlation id of a fact that was taken, or of one that led to a revision."""
        for table in ("inbox", "revisions"):
            found = await self._rows(
                f"SELECT correlation_id FROM {table}"  # noqa: S608
                " WHERE event_id = :event_id AND correlation_id IS NOT NULL",
                event_id=event_id,
            )
            if found:
                return uuid_in(found[0].correlation_id)
        return None

    async def outbox_left(self) -> int:
        """How many records are still to be carried to their topics."""
        found = await self._rows("SELECT count(*) AS records FROM outbox WHERE refused IS NULL")
        return int(found[0].records)

    async def plan_runs(self, pool_id: PoolId, limit: int) -> Sequence[PlanRun]:
        """The newest plans of a pool, the newest first: when, how and how good each is."""
        found = await self._rows(
            "SELECT version, content, score, bound, status, time FROM plans"
            " WHERE pool_id = :pool_id ORDER BY version DESC LIMIT :most",
            pool_id=pool_id,
            most=limit,
        )
        return [self._run(row, pool_id) for row in found]

    def _run(self, row: Any, pool_id: PoolId) -> PlanRun:
        content = json.loads(row.content)
        return PlanRun(
            pool_id=pool_id,
            version=row.version,
            status=row.status,
            method=str(content.get("method", "")),
            seconds=float(content.get("seconds", 0)),
            assignments=len(content.get("assignments", ())),
            score=row.score,
            bound=row.bound,
            time=self._moment(row.time),
        )

    def _moment(self, seconds: float | None) -> datetime | None:
        return None if seconds is None else datetime.fromtimestamp(seconds, self._now().tzinfo)
