"""Sessions of browsers: begun by a sign-in, ended by time, by a sign-out or by an administrator.

Only a digest of the cookie's secret is kept: whoever reads the store cannot enter with it.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from application.ports import Accounts
from models.accounts import Account, WebSession

#: A session says at most so often that its browser is still there.
_SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTimes:
    """Without a click for so long, or so long after the sign-in, a browser signs in again."""

    idle: timedelta = timedelta(minutes=60)
    absolute: timedelta = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whose browser it is."""

    account: Account
    session: WebSession


async def begin(accounts: Accounts, account: Account, now: datetime, *, instead: str = "") -> str:
    """A new session for whoever has proved who they are; the secret for its cookie.

    The session that the browser had `instead` ends: nobody can have planted it there.
    """
    if instead:
        await end(accounts, instead)
    secret = secrets.token_urlsafe(32)
    await accounts.put_web_session(
        WebSession(
            digest=digest(secret),
            account_id=account.account_id,
            csrf=secrets.token_urlsafe(32),
            began=now,
            seen=now,
        )
    )
    return secret


async def signed_in(
    accounts: Accounts, secret: str, now: datetime, times: SessionTimes, *, by_hand: bool = True
) -> SignedIn | None:
    """Whose cookie this is; None where its session is over, or its account is.

    `by_hand`: somebody is there; what a page asks by itself keeps no session alive.
    """
    session = await accounts.web_session(digest(secret))
    if session is None:
        return None
    account = await accounts.account(session.account_id)
    over = _is_over(session, now, times)
    if over or account is None or account.disabled:
        await accounts.end_web_session(session.digest)
        return None
    if by_hand and now - session.seen > _SEEN_EVERY:
        await accounts.web_session_seen(session.digest, now)
    return SignedIn(account, session)


async def still_signed_in(
    accounts: Accounts, session_digest: str, now: datetime, times: SessionTimes
) -> Account | None:
    """Whose session goes on that was there before: a page left open prolongs nothing."""
    session = await accounts.web_session(session_digest)
    if session is None or _is_over(session, now, times):
        return None
    account = await accounts.account(session.account_id)
    return None if account is None or account.disabled else account


async def end(accounts: Accounts, secret: str) -> None:
    """This browser has to sign in again."""
    await accounts.end_web_session(digest(secret))


def digest(secret: str) -> str:
    """What is kept of a secret that a machine has drawn: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _is_over(session: WebSession, now: datetime, times: SessionTimes) -> bool:
    return now - session.seen > times.idle or now - session.began > times.absolute
