"""Tokens of programs: made by an account for one of its grants, shown once, ended at any time."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from application.access.browser_sessions import digest
from application.access.ports import ApiStore
from models.accounts import Account, Grant
from models.api_tokens import ApiToken
from models.errors import Mistake

#: Days after which a token expires at the latest.
MOST_DAYS = 366
#: Of an account.
MOST_TOKENS = 20
#: Before the secret, so that one that got into a text is recognised.
_PREFIX = "tp_"
#: So often it is kept that a token is used.
_SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class MadeToken:
    """A new token; its secret is told now and never again."""

    token: ApiToken
    secret: str


async def make_token(
    store: ApiStore, account: Account, grant: Grant, *, name: str, days: int, now: datetime
) -> MadeToken:
    """A token for one of the account's own grants. Raises Mistake."""
    if grant not in account.grants:
        raise Mistake("token_grant_not_own")
    if not 1 <= days <= MOST_DAYS:
        raise Mistake("token_days", most=MOST_DAYS)
    if len(await store.api_tokens(account.account_id)) >= MOST_TOKENS:
        raise Mistake("token_too_many", most=MOST_TOKENS)
    secret = _PREFIX + secrets.token_urlsafe(32)
    token = ApiToken(
        token_id=f"t-{secrets.token_hex(8)}",
        digest=digest(secret),
        name=name.strip()[:80],
        grant=grant,
        made_by=account.account_id,
        made=now,
        expires=now + timedelta(days=days),
    )
    await store.put_api_token(token)
    return MadeToken(token, secret)


async def note_use(store: ApiStore, token: ApiToken, now: datetime) -> None:
    """Keep that it is used, to the minute."""
    if token.used is None or now - token.used > _SEEN_EVERY:
        await store.api_token_used(token, now)
