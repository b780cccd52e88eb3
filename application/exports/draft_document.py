"""A request that is still being written, as JSON."""

from typing import Any

from application.drafting.reading import Read
from models.drafts import Draft
from wording.words import Words

#: Of a request, what a draft does not have yet, or what the house counts.
NOT_YET = frozenset({"pool_id", "request_id", "revision", "status", "sample", "retired"})


def draft_document(draft: Draft, read: Read, words: Words) -> dict[str, Any]:
    """How far it has come; `request`: none where what was typed is no request yet."""
    request = read.request
    return {
        "draft_id": draft.draft_id,
        "version": draft.version,
        "saved": draft.saved.isoformat(),
        "handed": draft.handed,
        "amends": draft.request_id,
        "posted": draft.posted.request_id if draft.posted else None,
        "note": draft.content.note,
        "request": request and request.model_dump(mode="json", exclude=set(NOT_YET)),
        "wrong": [words.say(each.said) for each in read.wrong],
    }
