"""The one JSON document that the demo answers with."""

from collections.abc import Iterable, Sequence
from typing import Any

from matcher.check import faults
from matcher.plan import Unmet
from models.facts import STATED
from models.hours import hours_number
from models.ids import PoolId
from service.demo.tour import Step
from service.wiring import Parts
from wording import Words, explain

#: A group that never takes anything: its lag is the number of records.
_NOBODY = "talentpool-nobody"


async def demo_document(
    parts: Parts, pools: Iterable[str], steps: Sequence[Step], seconds: float
) -> dict[str, Any]:
    """Plans of the pools, each checked once more against its problem, and what flowed.

    `events` counts the whole log and store, not this run alone. Hours are decimals.
    """
    counts = await parts.store.counts()
    topics, words = tuple(fact.topic for fact in STATED), Words("ja", parts.places)
    return {
        "pools": [await _pool(parts, PoolId(pool_id), words) for pool_id in pools],
        "steps": [
            {
                "name": s.name,
                "title": words.say(s.title),
                "changes": explain.summary(words, s.moved),
            }
            for s in steps
        ],
        "events": {"appended": await parts.event_log.lag(_NOBODY, topics)} | counts,
        "seconds": round(seconds, 2),
    }


async def _pool(parts: Parts, pool_id: PoolId, words: Words) -> dict[str, Any]:
    plan, problem = await parts.store.plan(pool_id), await parts.store.problem(pool_id)
    requests = await parts.store.requests(pool_id)
    talents = await parts.store.talents(pool_id)
    assert plan is not None
    assert problem is not None
    return {
        "pool_id": pool_id,
        "requests": len(requests),
        "lines": sum(len(r.lines) for r in requests),
        "talents": len(talents),
        "sample": any(r.sample for r in requests),
        "plan": {
            "version": plan.version,
            "status": plan.status.value,
            "method": plan.method,
            "score": plan.score,
            "terms": plan.terms.model_dump(),
            "bound": plan.bound,
            "gap": None if plan.gap is None else round(plan.gap, 6),
            "served_hours": hours_number(plan.served),
            "asked_hours": hours_number(sum(line.asked for line in problem.lines)),
            "assignments": len(plan.assignments),
            "faults": len(faults(problem, plan)),
        },
        "unmet": [_unmet(words, line) for line in plan.unmet],
    }


def _unmet(words: Words, line: Unmet) -> dict[str, Any]:
    return {
        "request_id": line.request_id,
        "line": line.line,
        "role": line.role.value,
        "hours": hours_number(line.hours),
        "cause": line.cause.value,
        "enough": [e.model_dump(mode="json", exclude_defaults=True) for e in line.enough],
        "text": explain.unmet(words, line),
    }
