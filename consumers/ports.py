"""What the consumers ask of the store."""

from collections.abc import Sequence
from typing import Protocol

from models.effects import Effect
from models.event_log import Record
from models.ingest import Dead, Ingested, Taken

__all__ = ["Dead", "DeadLetterStore", "IngestStore", "Ingested", "Taken"]


class IngestStore(Protocol):
    async def ingest(self, batch: Sequence[Taken], dead: Sequence[Dead]) -> Ingested:
        """Apply a batch in one transaction: inbox, state, pool versions, outbox.

        Messages that the state refuses join the dead. The outbox gets one PoolChanged for each
        pool whose version rose, a MatchChanged for each match a decision changed, and the dead
        records for their `.dead` topics. Twice is the same as once. Raises TryAgain where the
        store is away; then nothing was applied.
        """


class EffectStore(Protocol):
    async def claim_effect(self, effect: str, key: str) -> Effect:
        """Take an effect in hand, unless somebody has; a claim that was never ended is in doubt."""

    async def effect_ended(
        self, effect: str, key: str, outcome: str, *, reason: str | None = None
    ) -> None:
        """It was sent, refused or left in_doubt. Nobody takes it in hand again."""

    async def release_effect(self, effect: str, key: str) -> None:
        """It was certainly not sent: whoever tries again finds it untouched."""


class DeadLetterStore(Protocol):
    async def keep_dead_letter(self, record: Record) -> bool:
        """Keep a record of a `.dead` topic; False where it was kept before. Raises Unstorable."""
