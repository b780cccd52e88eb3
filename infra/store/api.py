"""Tokens of the HTTP API, and answers that are given again."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from infra.store.base import StorePart
from infra.store.tables import API_REPLIES, API_TOKENS, add_missing
from models.accounts import AccountId
from models.api_tokens import ApiToken, KeptReply


class ApiPart(StorePart):
    """Keeps what the HTTP API needs between two requests."""

    async def put_api_token(self, token: ApiToken) -> None:
        """Keep a new token. Raises TryAgain."""
        row = {
            "token_id": token.token_id,
            "digest": token.digest,
            "made_by": token.made_by,
            "content": token.model_dump_json(),
        }
        async with self._database.writing() as connection:
            await connection.execute(insert(API_TOKENS), [row])

    async def api_token(self, digest: str) -> ApiToken | None:
        """The token of this secret's digest; None where there is none."""
        query = select(API_TOKENS.c.content).where(API_TOKENS.c.digest == digest)
        async with self._database.reading() as connection:
            content = await connection.scalar(query)
        return None if content is None else ApiToken.read_kept(content)

    async def api_token_used(self, token: ApiToken, now: datetime) -> None:
        """Keep when it was last used. Raises TryAgain."""
        ours = API_TOKENS.c.token_id == token.token_id
        content = token.model_copy(update={"used": now}).model_dump_json()
        async with self._database.writing() as connection:
            await connection.execute(update(API_TOKENS).where(ours).values(content=content))

    async def api_tokens(self, made_by: AccountId) -> Sequence[ApiToken]:
        """Those that an account has made, by id."""
        query = select(API_TOKENS.c.content).where(API_TOKENS.c.made_by == made_by)
        async with self._database.reading() as connection:
            found = await connection.scalars(query.order_by(API_TOKENS.c.token_id))
            return [ApiToken.read_kept(each) for each in found]

    async def end_api_token(self, token_id: str, made_by: AccountId) -> bool:
        """The token is worth nothing from now on; whether it was there. Raises TryAgain."""
        ours = (API_TOKENS.c.token_id == token_id) & (API_TOKENS.c.made_by == made_by)
        async with self._database.writing() as connection:
            ended = await connection.execute(
                delete(API_TOKENS).where(ours).returning(API_TOKENS.c.token_id)
            )
            return ended.first() is not None

    async def claim_reply(self, token_id: str, key: str, reply: KeptReply) -> KeptReply | None:
        """Take a key for the first time (None), else what was kept of it. Raises TryAgain."""
        ours = (API_REPLIES.c.token_id == token_id) & (API_REPLIES.c.key == key)
        row = {"token_id": token_id, "key": key, "time": reply.time.timestamp()}
        async with self._database.writing() as connection:
            if await add_missing(
                connection, API_REPLIES, [row | {"content": reply.model_dump_json()}]
            ):
                return None
            content = await connection.scalar(select(API_REPLIES.c.content).where(ours))
            return KeptReply.read_kept(content or "")

    async def put_reply(self, token_id: str, key: str, reply: KeptReply) -> None:
        """Keep how a request with this key was answered. Raises TryAgain."""
        ours = (API_REPLIES.c.token_id == token_id) & (API_REPLIES.c.key == key)
        async with self._database.writing() as connection:
            await connection.execute(
                update(API_REPLIES).where(ours).values(content=reply.model_dump_json())
            )

    async def drop_reply(self, token_id: str, key: str) -> None:
        """The key may be used anew: nothing came of the request. Raises TryAgain."""
        ours = (API_REPLIES.c.token_id == token_id) & (API_REPLIES.c.key == key)
        async with self._database.writing() as connection:
            await connection.execute(delete(API_REPLIES).where(ours))

    async def forget_replies(self, before: datetime) -> None:
        """Keys older than this may be used anew. Raises TryAgain."""
        async with self._database.writing() as connection:
            await connection.execute(
                delete(API_REPLIES).where(API_REPLIES.c.time < before.timestamp())
            )
