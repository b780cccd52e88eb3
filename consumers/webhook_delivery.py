"""messages in the store -> each webhook's receiver, one after the other, each receiver by itself"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from consumers.once import once
from consumers.ports import WebhookStore
from models.effects import InDoubt
from models.errors import Rejected, TryAgain
from models.log import log
from models.retry import patiently
from models.webhooks import Webhook, WebhookPost, fault_of, signature

#: Seconds before each next try of a message; the last one repeats until a day is over.
WAITS = (5.0, 30.0, 120.0, 600.0, 1800.0, 3600.0, 7200.0)
GIVE_UP = timedelta(days=1)
#: Seconds between looks at what waits.
LOOK = 1.0

#: Address, headers, body. Raises TryAgain; Rejected where the receiver wants no more.
Send = Callable[[str, dict[str, str], bytes], Awaitable[None]]


@dataclass(kw_only=True)
class WebhookDelivery:
    """Sends what is queued: in order for each receiver, which waits for no other one."""

    store: WebhookStore
    send: Send
    now: Callable[[], datetime]
    hosts: tuple[str, ...]
    waits: Sequence[float] = WAITS
    give_up: timedelta = GIVE_UP
    look: float = LOOK
    _at_work: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)

    async def run(self) -> None:
        """Until cancelled. Where no host is allowed, nothing is ever sent."""
        try:
            while self.hosts:
                for webhook in await patiently(self.store.webhooks_waiting):
                    if self._is_due(webhook) and webhook.webhook_id not in self._at_work:
                        self._begin(webhook)
                await asyncio.sleep(self.look)
        finally:
            tasks = list(self._at_work.values())
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _is_due(self, webhook: Webhook) -> bool:
        return webhook.next_try is None or webhook.next_try <= self.now()

    def _begin(self, webhook: Webhook) -> None:
        task = asyncio.create_task(self._deliver(webhook))
        self._at_work[webhook.webhook_id] = task
        task.add_done_callback(lambda _: self._at_work.pop(webhook.webhook_id, None))

    async def _deliver(self, webhook: Webhook) -> None:
        """All that waits for it, up to the first that fails."""
        while post := await patiently(lambda: self.store.next_webhook_post(webhook.webhook_id)):
            try:
                await self._post(webhook, post)
            except TryAgain as error:
                if error.phrase.code != "effect_in_hand":  # another service sends it now
                    await self._failed(webhook, error.phrase.code)
                return
            except Rejected as error:
                await self._end(webhook, error.phrase.code)
                return

    async def _post(self, webhook: Webhook, post: WebhookPost) -> None:
        if fault := fault_of(webhook.url, self.hosts):
            raise Rejected(fault)
        gone: list[Rejected] = []

        async def send() -> None:
            timestamp, body = int(self.now().timestamp()), post.body.encode()
            headers = {
                "content-type": "application/json",
                "webhook-id": post.message_id,
                "webhook-timestamp": str(timestamp),
                "webhook-signature": signature(webhook.secret, post.message_id, timestamp, body),
            }
            try:
                await self.send(webhook.url, headers, body)
            except Rejected as error:
                gone.append(error)
                raise

        effect = f"webhook:{webhook.webhook_id}"
        # Receivers know a repeat by its id: better twice than never.
        await once(self.store, effect, post.message_id, send, in_doubt=InDoubt.AGAIN)
        if gone:
            raise gone[0]
        await patiently(lambda: self._sent(webhook, post))

    async def _sent(self, webhook: Webhook, post: WebhookPost) -> None:
        await self.store.webhook_post_done(post)
        fine = {"tries": 0, "failing_since": None, "next_try": None, "note": ""}
        update = {**fine, "delivered": self.now()}
        await self.store.amend_webhook(
            webhook.webhook_id, lambda now: now.model_copy(update=update)
        )

    async def _failed(self, webhook: Webhook, code: str) -> None:
        """The next try, later each time; after a day of failures none."""
        now = self.now()

        def failed(known: Webhook) -> Webhook:
            since = known.failing_since or now
            wait = self.waits[min(known.tries, len(self.waits) - 1)]
            update = {
                "tries": known.tries + 1,
                "failing_since": since,
                "next_try": now + timedelta(seconds=wait),
                "ended": now if now - since >= self.give_up else None,
                "note": code,
            }
            return known.model_copy(update=update)

        await patiently(lambda: self.store.amend_webhook(webhook.webhook_id, failed))
        log.warning("webhook.failed", webhook_id=webhook.webhook_id, reason=code)

    async def _end(self, webhook: Webhook, code: str) -> None:
        """Nothing is sent to it any more; its pool's coordinators read why."""
        update = {"ended": self.now(), "note": code}
        await patiently(
            lambda: self.store.amend_webhook(
                webhook.webhook_id, lambda now: now.model_copy(update=update)
            )
        )
        log.warning("webhook.ended", webhook_id=webhook.webhook_id, reason=code)
