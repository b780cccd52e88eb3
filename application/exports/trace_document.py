"""The way of a posting as JSON: each step with its time, and where it stands still."""

from datetime import datetime
from typing import Any

from application.queries.finding_traces import FoundTrace
from application.views.trace import TraceView
from wording.words import Words


def trace_document(view: TraceView, words: Words) -> dict[str, Any]:
    """The whole of it; `stands`: none where it has gone through."""
    stands, took = view.stands, view.took
    return {
        "correlation_id": str(view.correlation_id),
        "subjects": list(view.subjects),
        "pools": list(view.pools),
        "seconds": None if took is None else took.total_seconds(),
        "steps": [
            {
                "step": step.kind.value,
                "time": _moment(step.at),
                "done": step.done,
                "text": words.say(step.said),
            }
            for step in view.steps
        ],
        "stands": stands
        and {
            "step": stands.kind.value,
            "since": _moment(stands.since),
            "text": words.say(stands.said),
        },
        "dead_letters": [{"id": str(x.id), "reason": x.reason} for x in view.dead_letters],
    }


def found_trace_document(found: FoundTrace) -> dict[str, Any]:
    """A change, and the posting that led to it."""
    return {
        "correlation_id": str(found.correlation_id),
        "time": found.time.isoformat(),
        "subject": found.subject,
        "revision": found.revision,
        "reason": found.reason,
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
