"""What happened to a request, a talent or a match, in order: who changed what, when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.revision_claims import Kind
from models.revisions import RevisionMade


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """Revisions of a thing and of its matches, oldest first."""

    subject: str
    entries: tuple[RevisionMade, ...]


def timeline_view(subject: str, several: Iterable[Sequence[RevisionMade]]) -> TimelineView:
    """In the order in which they were made; at one moment a thing comes before its matches."""
    entries = [each for some in several for each in some]
    entries.sort(key=_order)
    return TimelineView(subject=subject, entries=tuple(entries))


def _order(made: RevisionMade) -> tuple[datetime, bool, str, int]:
    return made.time, made.kind is Kind.MATCH, made.subject, made.revision
