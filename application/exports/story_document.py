"""Timelines and postings as JSON."""

from typing import Any

from application.exports.match_document import match_document
from application.views.posting import PostingView
from application.views.timeline import TimelineView
from models.revisions import RevisionMade


def timeline_document(view: TimelineView) -> dict[str, Any]:
    """Who changed what, when, because of which event."""
    return {"subject": view.subject, "entries": [_revision(each) for each in view.entries]}


def posting_document(view: PostingView) -> dict[str, Any]:
    """What became of a posting."""
    return {
        "correlation_id": str(view.correlation_id),
        "outcome": view.outcome,
        "events": [
            {"event_id": str(each.event_id), "topic": each.topic, "outcome": each.outcome}
            for each in view.events
        ],
        "revisions": [_revision(each) for each in view.revisions],
        "dead_letters": [{"id": str(x.id), "reason": x.reason} for x in view.dead_letters],
        "pools": [
            {
                "pool_id": pool.pool_id,
                "version": pool.version,
                "planned_version": pool.planned_version,
            }
            for pool in view.pools
        ],
        "matches": [match_document(match) for match in view.matches],
    }


def _revision(made: RevisionMade) -> dict[str, Any]:
    return {
        "kind": made.kind.value,
        "pool_id": made.pool_id,
        "subject": made.subject,
        "revision": made.revision,
        "reason": made.reason,
        "changed": list(made.changed),
        "actor": made.actor,
        "time": made.time.isoformat(),
        "event_id": str(made.event_id),
        "correlation_id": str(made.correlation_id),
    }
