"""matches.v1 -> a message for each webhook that wants it, in the store"""

from collections.abc import Callable, Sequence

from consumers.ports import WebhookStore
from consumers.reading import sort_out
from consumers.retry import patient
from models.envelope import Message
from models.event_log import Consumer, Record
from models.facts import MatchChanged
from models.ids import PoolId
from models.webhooks import WebhookPost

GROUP = "talentpool-webhooks"


def webhooks_consumer(store: WebhookStore, body: Callable[[Message], str]) -> Consumer:
    """Queues what is to be sent: no receiver holds up the topic. Twice is the same as once.

    What is unreadable is a dead letter of the match log, which reads the same topic.
    """

    async def handle(records: Sequence[Record]) -> None:
        taken, _ = sort_out(records, {MatchChanged.topic: MatchChanged})
        facts = [(each, each.message.fact) for each in taken]
        pools = {PoolId(fact.key) for _, fact in facts}
        hooks = {pool_id: await store.webhooks(pool_id) for pool_id in pools}
        posts = [
            WebhookPost(
                webhook_id=hook.webhook_id,
                message_id=str(each.message.envelope.event_id),
                place=each.record.offset,
                body=body(each.message),
            )
            for each, fact in facts
            if isinstance(fact, MatchChanged)
            for hook in hooks[PoolId(fact.key)]
            if hook.wants(fact.state)
        ]
        if posts:
            await store.queue_webhook_posts(posts)

    return Consumer(group=GROUP, topics=(MatchChanged.topic,), handle=patient(handle), start="now")
