"""Who changed what when: one entry for each revision of a thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models.ids import ActorId, PoolId
from models.revision_claims import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionMade:
    """A revision, and the event that led to it; nothing of what it holds."""

    kind: Kind
    pool_id: PoolId
    subject: str
    revision: int
    reason: str  #: a code: `stated`, or of a match why it changed
    changed: tuple[str, ...] = ()  #: names of the fields that are not what they were
    actor: ActorId | None  #: none where the fact is older than actors are
    time: datetime
    event_id: UUID
    correlation_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEvent:
    """A fact that was taken, and what it came to."""

    event_id: UUID
    topic: str
    outcome: str  #: applied | repeated | dead | waiting


def reasons_since(made: Sequence[RevisionMade], seen: int, now: int) -> tuple[str, ...] | None:
    """Why each revision after `seen` came; None where not all of them are known."""
    found = tuple(each.reason for each in made if seen < each.revision <= now)
    return found if len(found) == now - seen else None
