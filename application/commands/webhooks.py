"""Where a pool's match events are sent: registered by coordinators, ended, tried again."""

import base64
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from application.session import ReadSession
from models.errors import Absent, Mistake
from models.ids import ActorId, PoolId
from models.match import MatchState
from models.phrase import Phrase
from models.webhooks import SECRET_PREFIX, Webhook, fault_of

#: Of a pool.
MOST = 10


class Webhooks(Protocol):
    """Receivers of match events, as whoever registers them sees them."""

    async def put_webhook(self, webhook: Webhook) -> None: ...

    async def webhooks(self, pool_id: PoolId) -> Sequence[Webhook]: ...

    async def drop_webhook(self, pool_id: PoolId, webhook_id: str) -> None: ...

    async def amend_webhook(
        self, webhook_id: str, change: Callable[[Webhook], Webhook]
    ) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A receiver; `kinds`: states of matches that it wants to hear of, none: all."""

    pool_id: PoolId
    url: str
    kinds: tuple[MatchState, ...] = ()


async def register_webhook(
    session: ReadSession, webhooks: Webhooks, hosts: tuple[str, ...], command: Register
) -> Webhook:
    """The webhook with its secret, told now and never again. Raises Mistake."""
    if not hosts:
        raise Mistake("webhooks_off")
    url = command.url.strip()
    if fault := fault_of(url, hosts) or ("webhook_url_wrong" if len(url) > 500 else None):
        raise Mistake(fault, hosts=hosts, field="url")
    if len(await webhooks.webhooks(command.pool_id)) >= MOST:
        raise Mistake("webhooks_too_many", most=MOST)
    webhook = Webhook(
        webhook_id=f"w-{secrets.token_hex(8)}",
        pool_id=command.pool_id,
        url=url,
        kinds=tuple(dict.fromkeys(command.kinds)),
        secret=SECRET_PREFIX + base64.b64encode(secrets.token_bytes(32)).decode(),
        made_by=ActorId(session.actor),
        made=session.now(),
    )
    await webhooks.put_webhook(webhook)
    return webhook


async def webhook_of(webhooks: Webhooks, pool_id: PoolId, webhook_id: str) -> Webhook:
    """One of a pool. Raises Absent."""
    for each in await webhooks.webhooks(pool_id):
        if each.webhook_id == webhook_id:
            return each
    raise Absent("absent", what=Phrase.of("what_webhook"), id=webhook_id)


async def end_webhook(webhooks: Webhooks, pool_id: PoolId, webhook_id: str) -> None:
    """Nothing is sent to it any more, and nothing of it is kept. Raises Absent."""
    await webhook_of(webhooks, pool_id, webhook_id)
    await webhooks.drop_webhook(pool_id, webhook_id)


async def try_webhook_again(webhooks: Webhooks, pool_id: PoolId, webhook_id: str) -> None:
    """What waits is sent at once, also where it was given up. Raises Absent."""
    await webhook_of(webhooks, pool_id, webhook_id)
    anew = {"tries": 0, "failing_since": None, "next_try": None, "ended": None, "note": ""}
    await webhooks.amend_webhook(webhook_id, lambda known: known.model_copy(update=anew))
