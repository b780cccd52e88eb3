"""Commit of a checked plan with its matches, its ledger and its events, all or none."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from matcher.check import faults
from matcher.plan import Plan
from matcher.planning.answer import Answer
from matcher.planning.changes import changes as moved
from matcher.planning.match_events import match_event
from matcher.planning.settle_matches import ledger, match_changes
from matcher.ports import PlanStore
from models.errors import PlanOutdated
from models.log import log
from models.log_names import LogEvent
from models.plan_triggers import PlanNews, Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Committing:
    """Keeps answers, and says what they changed and because of what."""

    store: PlanStore
    now: Callable[[], datetime]

    async def commit(self, answer: Answer, last: Plan, because: Sequence[Trigger]) -> bool:
        """Whether the answer was kept: not where the pool has moved on since.

        RuntimeError where the plan fails its check: that is an error of ours.
        """
        snapshot, plan = answer.snapshot, answer.plan
        # Pure Python, and long for a large pool: a thread keeps the event loop beating.
        if broken := await asyncio.to_thread(faults, answer.problem, plan):
            raise RuntimeError(f"pool {plan.pool_id}: the plan fails its check: {broken[0]}")
        found = moved(last.assignments, plan.assignments)
        news = PlanNews(changed=len(found.changes), total=found.total, triggers=tuple(because))
        changed = list(match_changes(snapshot, answer.built, plan))
        try:
            await self.store.commit_plan(
                plan,
                problem=answer.problem,
                matches=[after for _, after in changed],
                ledger=list(ledger(snapshot, plan, answer.problem.pairs)),
                outbox=[match_event(snapshot, plan, c, self.now(), news).record() for c in changed],
            )
        except PlanOutdated:
            _say("plan.stale", pool_id=plan.pool_id, version=plan.version)
            return False
        _say(
            "plan.committed",
            pool_id=plan.pool_id,
            version=plan.version,
            status=plan.status.value,
            method=plan.method,
            score=plan.score,
            bound=plan.bound,
            assignments=len(plan.assignments),
            changed=len(changed),
            moved=f"{news.changed}/{news.total}",
            because=[trigger.model_dump(mode="json") for trigger in because],
            kinds={kind.value: count for kind, count in found.counts},
            unmet=len(plan.unmet),
            seconds=round(plan.seconds, 3),
            correlation_id=str(snapshot.correlation_id),
        )
        return True


def _say(event: LogEvent, **fields: object) -> None:
    log.info(event, **fields)
