"""Facts with their sentences beside them, for documents that people read too: made at the edge.

The sentence of each is its `text`, in the language asked for; everything else is the facts.
"""

from typing import Any

from matcher.explanation import Bottleneck, Unmet, Why
from wording import explain
from wording.words import Words

Document = dict[str, Any]


def unmet_document(words: Words, row: Unmet) -> Document:
    """A line that lacks hours, and each change that would be enough."""
    document = row.model_dump(mode="json")
    for change, told in zip(row.enough, document["enough"], strict=True):
        told["text"] = explain.remedy(words, change)
    return document | {"text": explain.unmet(words, row)}


def why_document(words: Words, choice: Why) -> Document:
    """Why this person, and each of the others."""
    document = choice.model_dump(mode="json")
    for finding, told in zip(choice.why_not, document["why_not"], strict=True):
        told["text"] = explain.why_not(words, finding)
    return document | {"text": explain.why(words, choice)}


def bottleneck_document(words: Words, entry: Bottleneck) -> Document:
    """One more person of a role, and what that would change."""
    return entry.model_dump(mode="json") | {"text": explain.bottleneck(words, entry)}
