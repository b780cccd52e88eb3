"""How the service stands, as JSON: topics and lag, planning, health."""

from typing import Any

from application.queries.health import Finding
from application.queries.plan_runs import PoolPlanning
from application.queries.topics import TopicView
from wording.words import Words


def topic_document(view: TopicView) -> dict[str, Any]:
    """A topic, what each partition holds, and how far each group has come."""
    return {
        "topic": view.topic,
        "records": view.records,
        "lags": dict(view.lags),
        "partitions": [
            {
                "partition": each.held.partition,
                "begin": each.held.begin,
                "end": each.held.end,
                "groups": [
                    {"group": place.group, "taken": place.taken, "lag": place.lag}
                    for place in each.groups
                ],
            }
            for each in view.partitions
        ],
    }


def planning_document(view: PoolPlanning) -> dict[str, Any]:
    """The newest plan of a pool, how it was made, and whether planning follows."""
    run = view.newest
    return {
        "pool_id": view.pool_id,
        "version": view.version,
        "planned_version": view.planned,
        "behind": view.behind,
        "plan": run
        and {
            "version": run.version,
            "status": run.status,
            "method": run.method,
            "seconds": run.seconds,
            "assignments": run.assignments,
            "score": run.score,
            "bound": run.bound,
            "gap": run.gap,
            "time": run.time.isoformat() if run.time else None,
        },
        "failure": view.failure.model_dump(mode="json") if view.failure else None,
    }


def finding_document(found: Finding, words: Words) -> dict[str, Any]:
    """One check: whether it is fine, what was seen, and how to mend it where it is not."""
    subject = found.subject or ""
    mend = None if found.fine else words(f"health_{found.kind}_mend", subject=subject)
    return {
        "check": found.name,
        "what": words(f"health_{found.kind}", subject=subject),
        "fine": found.fine,
        "seen": words.say(found.detail),
        "mend": mend,
    }
