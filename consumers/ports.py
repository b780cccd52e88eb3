"""What the consumers ask of the store."""

from collections.abc import Callable, Sequence
from typing import Protocol

from models.effects import Effect
from models.event_log import Record
from models.ids import PoolId
from models.ingest import Dead, Ingested, Taken
from models.webhooks import Webhook, WebhookPost

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


class WebhookStore(EffectStore, Protocol):
    async def webhooks(self, pool_id: PoolId) -> Sequence[Webhook]:
        """Those of a pool, ended or not."""

    async def queue_webhook_posts(self, posts: Sequence[WebhookPost]) -> None:
        """Send these some day. Twice is the same as once."""

    async def webhooks_waiting(self) -> Sequence[Webhook]:
        """Those that have not ended and have something to be sent."""

    async def next_webhook_post(self, webhook_id: str) -> WebhookPost | None:
        """The oldest one that has not been sent."""

    async def webhook_post_done(self, post: WebhookPost) -> None:
        """It needs not be sent any more."""

    async def amend_webhook(self, webhook_id: str, change: Callable[[Webhook], Webhook]) -> None:
        """Keep it as `change` leaves it, where it is still there."""


class DeadLetterStore(Protocol):
    async def keep_dead_letter(self, record: Record) -> bool:
        """Keep a record of a `.dead` topic; False where it was kept before. Raises Unstorable."""
