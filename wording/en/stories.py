"""Who changed what when, and what became of a posting."""

STORIES: dict[str, str] = {
    "what_any": "request, talent or match",
    "timeline_empty": "No record: it was stated before records were kept.",
    "timeline_revision": "r{revision}",
    "timeline_first": "stated",
    "timeline_restated": "changed",
    "timeline_changed": "changed: {fields}",
    "timeline_by": "by {actor}",
    "posting_dead": "✕ Refused (correlation id {correlation_id}).",
    "posting_waiting": "Waiting for the match that it speaks of (correlation id {correlation_id}).",
    "posting_taken": "Taken in; the plan is still to come (correlation id {correlation_id}).",
    "posting_planned": "✓ Taken in and planned (correlation id {correlation_id}).",
    "posting_plan": "pool {pool_id}: version {version}, its plan version {planned}",
    "posting_unknown": (
        "Nothing with the correlation id {correlation_id} was taken in yet; see `talentpool doctor`"
    ),
    "correlation_id_form": "{text} is no correlation id; copy it from the answer to a posting",
}
