"""The way of a posting, step by step, and where it stands still."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from models.ids import PoolId
from models.ingest import DeadLetterSummary
from models.phrase import Phrase


class StepKind(StrEnum):
    """A station on the way."""

    APPENDED = "appended"
    APPLIED = "applied"
    REPEATED = "repeated"
    DEAD = "dead"
    WAITING = "waiting"  #: a decision, for the match it speaks of
    PLANNED = "planned"
    MATCHES = "matches"  #: changed by the plan or by the fact itself
    RELAYED = "relayed"  #: to the matches' topic
    LOGGED = "logged"  #: by the group that writes log lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One station: when, and what is to be said of it."""

    kind: StepKind
    at: datetime | None  #: none where nobody keeps the time
    said: Phrase
    done: bool = True  #: false: it has not come here yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """Where it stands still, since when, and what helps."""

    kind: StepKind  #: the step that it has not done
    since: datetime | None
    said: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceView:
    """A posting and its way."""

    correlation_id: UUID
    subjects: tuple[str, ...]  #: ids of what was stated or decided about
    pools: tuple[PoolId, ...]
    steps: tuple[Step, ...]
    stands: Stands | None
    dead_letters: tuple[DeadLetterSummary, ...]

    @property
    def began(self) -> datetime | None:
        """The first moment that is known."""
        return min((step.at for step in self.steps if step.at), default=None)

    @property
    def took(self) -> timedelta | None:
        """From the first moment that is known to the last."""
        began = self.began
        last = max((step.at for step in self.steps if step.at), default=None)
        return last - began if began and last else None
