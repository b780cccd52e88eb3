"""Receivers of match events, and the messages that are on their way to each."""

from collections.abc import Callable, Sequence

from sqlalchemy import delete, insert, select, update

from infra.store.base import StorePart
from infra.store.tables import WEBHOOK_POSTS, WEBHOOKS, keep
from models.ids import PoolId
from models.text import KEPT
from models.webhooks import Webhook, WebhookPost


class WebhooksPart(StorePart):
    """Keeps webhooks and their queues."""

    async def put_webhook(self, webhook: Webhook) -> None:
        """Keep a new one. Raises TryAgain."""
        row = {"webhook_id": webhook.webhook_id, "pool_id": webhook.pool_id}
        async with self._database.writing() as connection:
            await connection.execute(
                insert(WEBHOOKS), [row | {"content": webhook.model_dump_json()}]
            )

    async def amend_webhook(self, webhook_id: str, change: Callable[[Webhook], Webhook]) -> None:
        """Keep it as `change` leaves it, where it is still there. Raises TryAgain."""
        ours = WEBHOOKS.c.webhook_id == webhook_id
        async with self._database.writing() as connection:
            query = select(WEBHOOKS.c.content).where(ours).with_for_update()
            content = await connection.scalar(query)
            if content is not None:
                after = change(Webhook.read_kept(content))
                await connection.execute(
                    update(WEBHOOKS).where(ours).values(content=after.model_dump_json())
                )

    async def drop_webhook(self, pool_id: PoolId, webhook_id: str) -> None:
        """Forget it and what is on its way to it. Raises TryAgain."""
        columns = WEBHOOKS.c
        ours = (columns.webhook_id == webhook_id) & (columns.pool_id == pool_id)
        async with self._database.writing() as connection:
            gone = await connection.execute(delete(WEBHOOKS).where(ours).returning(columns.pool_id))
            if gone.first() is not None:
                await connection.execute(
                    delete(WEBHOOK_POSTS).where(WEBHOOK_POSTS.c.webhook_id == webhook_id)
                )

    async def webhooks(self, pool_id: PoolId) -> Sequence[Webhook]:
        """Those of a pool, by id."""
        query = select(WEBHOOKS.c.content).where(WEBHOOKS.c.pool_id == pool_id)
        async with self._database.reading() as connection:
            found = await connection.scalars(query.order_by(WEBHOOKS.c.webhook_id))
            return [Webhook.read_kept(each) for each in found]

    async def queue_webhook_posts(self, posts: Sequence[WebhookPost]) -> None:
        """Send these some day; one that is queued already stays as it is. Raises TryAgain."""
        async with self._database.writing() as connection:
            await keep(connection, WEBHOOK_POSTS, [post.model_dump() for post in posts])

    async def webhooks_waiting(self) -> Sequence[Webhook]:
        """Those that have not ended and have something to be sent."""
        some = select(WEBHOOK_POSTS.c.webhook_id).distinct()
        query = select(WEBHOOKS.c.content).where(WEBHOOKS.c.webhook_id.in_(some))
        async with self._database.reading() as connection:
            found = [Webhook.read_kept(each) for each in await connection.scalars(query)]
        return [webhook for webhook in found if webhook.ended is None]

    async def next_webhook_post(self, webhook_id: str) -> WebhookPost | None:
        """The oldest one that has not been sent."""
        columns = WEBHOOK_POSTS.c
        query = select(WEBHOOK_POSTS).where(columns.webhook_id == webhook_id)
        async with self._database.reading() as connection:
            rows = await connection.execute(query.order_by(columns.place).limit(1))
            row = rows.first()
        return None if row is None else WebhookPost.model_validate(dict(row._mapping), context=KEPT)

    async def webhook_post_done(self, post: WebhookPost) -> None:
        """It needs not be sent any more. Raises TryAgain."""
        columns = WEBHOOK_POSTS.c
        ours = (columns.webhook_id == post.webhook_id) & (columns.message_id == post.message_id)
        async with self._database.writing() as connection:
            await connection.execute(delete(WEBHOOK_POSTS).where(ours))
