"""What access asks of the store besides accounts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from models.accounts import AccountId
from models.api_tokens import ApiToken, KeptReply


class ApiStore(Protocol):
    """Tokens of programs, and answers that are given again."""

    async def put_api_token(self, token: ApiToken) -> None: ...

    async def api_token(self, digest: str) -> ApiToken | None: ...

    async def api_token_used(self, token: ApiToken, now: datetime) -> None: ...

    async def api_tokens(self, made_by: AccountId) -> Sequence[ApiToken]: ...

    async def end_api_token(self, token_id: str, made_by: AccountId) -> bool: ...

    async def claim_reply(self, token_id: str, key: str, reply: KeptReply) -> KeptReply | None: ...

    async def put_reply(self, token_id: str, key: str, reply: KeptReply) -> None: ...

    async def drop_reply(self, token_id: str, key: str) -> None: ...

    async def forget_replies(self, before: datetime) -> None: ...
