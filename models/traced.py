"""Where a fact is on its way: what was appended, and what it came to."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models.ids import PoolId


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedFact:
    """A record that was taken, where it stands, and what it came to."""

    event_id: UUID
    topic: str
    partition: int
    offset: int
    outcome: str  #: applied | repeated | dead | waiting
    time: datetime | None  #: when it was taken; none of older ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """A revision that an edge has taken for what it appended."""

    pool_id: PoolId
    kind: str
    subject: str
    kept: bool  #: the log has acknowledged it
    time: datetime
