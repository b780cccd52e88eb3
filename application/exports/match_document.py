"""A match, hours nobody covers, and what is over, as JSON."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from application.views.match import MatchView
from matcher.plan import Enough, Unmet
from models.envelope import Message
from models.facts import MatchChanged
from models.hours import hours_number
from models.ids import request_of
from models.match import Match
from models.worked_hours import Worked
from wording.explain import documents
from wording.words import Words

#: The commands of a change that would be enough for a line.
Steps = Callable[[Unmet, Enough], Sequence[str]]


def match_document(match: Match) -> dict[str, Any]:
    """A match as it stands now."""
    return {
        **match.model_dump(mode="json"),
        "pinned": match.pinned,
        "asked_again": match.asked_again,
        "accepted_places": list(match.accepted_places),
        "total_hours": hours_number(sum(match.hours.values())),
    }


def unmet_document(words: Words, unmet: Unmet, steps: Steps | None = None) -> dict[str, Any]:
    """Unmet hours; each change that would be enough with its `commands`, in order."""
    document = documents.unmet_document(words, unmet)
    if steps is not None:
        for change, told in zip(unmet.enough, document["enough"], strict=True):
            told["commands"] = list(steps(unmet, change))
    return document


def worked_documents(worked: Iterable[Worked]) -> list[dict[str, Any]]:
    """Hours of months that are over."""
    return [each.model_dump(mode="json", exclude={"pool_id"}) for each in worked]


def whole_match_document(view: MatchView, words: Words) -> dict[str, Any]:
    """A match with why this person and nobody else."""
    whys = [documents.why_document(words, why) for why in view.whys]
    return match_document(view.match) | {"why": whys}


def match_event_document(message: Message) -> dict[str, Any]:
    """A match event: ids, hours and reasons, never a person."""
    fact, envelope = message.fact, message.envelope
    assert isinstance(fact, MatchChanged)
    return {
        "time": envelope.time.isoformat(),
        **fact.model_dump(mode="json"),
        "request_id": request_of(fact.line_id),
        "total_hours": hours_number(sum(fact.hours.values())),
        "event_id": str(envelope.event_id),
        "correlation_id": str(envelope.correlation_id),
    }


def webhook_body(message: Message) -> str:
    """What is sent of a match event: as the Standard Webhooks specification proposes."""
    event = match_event_document(message)
    body = {"type": "match.changed", "timestamp": event["time"], "data": event}
    return json.dumps(body, ensure_ascii=False)
