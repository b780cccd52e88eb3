"""What the consumers ask of the store."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from models.envelope import Message
from models.log import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A readable record and the message in it."""

    record: Record
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Dead:
    """A record that can never succeed, and why: a class of error and a sentence without content."""

    record: Record
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What one batch came to."""

    applied: tuple[Taken, ...] = ()
    repeated: tuple[Taken, ...] = ()  #: known before, or older than what is known
    dead: tuple[Dead, ...] = field(default=())  #: unreadable, refused or in conflict


class IngestStore(Protocol):
    async def ingest(self, batch: Sequence[Taken], dead: Sequence[Dead]) -> Ingested:
        """Apply a batch in one transaction: inbox, state, pool versions, outbox.

        Messages that the state refuses join the dead. The outbox gets one PoolChanged for each
        pool whose version rose, a MatchChanged for each match a decision changed, and the dead
        records for their `.dead` topics. Twice is the same as once. Raises TryAgain where the
        store is away; then nothing was applied.
        """


class DeadLetterStore(Protocol):
    async def keep_dead_letter(self, record: Record) -> bool:
        """Keep a record of a `.dead` topic; False where it was kept before."""
