"""What became of a posting: the facts of one correlation id, and all that they led to."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from models.ids import PoolId
from models.ingest import DeadLetterSummary
from models.match import Match
from models.revision_claims import Kind
from models.revisions import RevisionMade, StoryEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolPlanned:
    """How far the plan of a pool that was concerned has come."""

    pool_id: PoolId
    version: int  #: of the pool
    planned_version: int  #: of its plan

    @property
    def up_to_date(self) -> bool:
        """Whether the plan knows everything that was stated."""
        return self.planned_version >= self.version


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingView:
    """A posting and its story."""

    correlation_id: UUID
    events: tuple[StoryEvent, ...]  #: facts that were taken, and what each came to
    revisions: tuple[RevisionMade, ...]  #: what was stated or decided, and the matches that moved
    dead_letters: tuple[DeadLetterSummary, ...]
    pools: tuple[PoolPlanned, ...]
    matches: tuple[Match, ...]  #: those that moved, as they stand now

    @property
    def outcome(self) -> Literal["unknown", "dead", "waiting", "taken", "planned"]:
        """How far it has come, the first trouble first."""
        outcomes = {event.outcome for event in self.events}
        if self.dead_letters or "dead" in outcomes:
            return "dead"
        if not outcomes:
            return "unknown"
        if "waiting" in outcomes:
            return "waiting"
        return "planned" if all(pool.up_to_date for pool in self.pools) else "taken"

    @property
    def stated(self) -> tuple[RevisionMade, ...]:
        """What was stated: requests, talents and settings."""
        return tuple(each for each in self.revisions if each.kind is not Kind.MATCH)
