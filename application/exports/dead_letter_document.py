"""A dead letter as JSON: where it stood and why it died, never what it held."""

from typing import Any

from models.ingest import DeadLetterSummary
from wording.words import Words


def dead_letter_document(letter: DeadLetterSummary, words: Words) -> dict[str, Any]:
    """What may be shown of it."""
    return {
        "id": str(letter.id),
        "topic": letter.topic,
        "partition": letter.partition,
        "offset": letter.offset,
        "pool_id": letter.pool_id,
        "reason": letter.reason,
        "detail": words.say(letter.why),
        "correlation_id": str(letter.correlation_id) if letter.correlation_id else None,
        "status": letter.status,
        "replays": letter.replays,
        "dropped": words.say(letter.dropped) if letter.dropped else None,
        "missing_bytes": letter.missing,
        "kept_at": letter.kept_at.isoformat() if letter.kept_at else None,
    }
