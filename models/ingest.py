"""What passes between a batch of records and the store: taken, dead, and what a batch came to."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from models.envelope import Message
from models.event_log import NewRecord, Record
from models.ids import MatchId, PoolId
from models.phrase import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A readable record and the message in it."""

    record: Record
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Dead:
    """A record that can never succeed, and why, without anything of its content."""

    record: Record
    why: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What one batch came to."""

    applied: tuple[Taken, ...] = ()
    repeated: tuple[Taken, ...] = ()  #: known before, or older than what is known
    dead: tuple[Dead, ...] = field(default=())  #: unreadable, refused or in conflict
    #: decisions kept until the match they speak of is known
    waiting: tuple[Taken, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingDecision:
    """A decision that is kept until the match it speaks of is known."""

    event_id: UUID
    pool_id: PoolId
    match_id: MatchId


class LetterStatus(StrEnum):
    """What has become of a dead letter."""

    NEW = "new"
    REPLAYED = "replayed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetterSummary:
    """What may be shown of a dead letter: where it stood and why it died, never what it held."""

    id: UUID
    topic: str
    partition: int
    offset: int
    pool_id: PoolId | None  #: none where the key of the record is not a pool
    why: Phrase
    correlation_id: UUID | None
    status: str  #: a `LetterStatus`
    replays: int
    dropped: Phrase | None = None  #: when, by whom and why its bytes went
    missing: int = 0  #: bytes of the original that are not kept; its log may have them
    kept_at: datetime | None = None  #: in UTC; unknown for those of earlier versions

    @property
    def reason(self) -> str:
        """The code of why it died, such as `written_by_newer_version`."""
        return self.why.code


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    """A dead letter with the record as it was first appended, ready to be appended again."""

    summary: DeadLetterSummary
    original: NewRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was forgotten with a person."""

    known: bool  #: a name was kept
    letters: int  #: dead letters that held it, and records on the way to become such
