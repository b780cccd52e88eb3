"""Accounts, and the sessions of their browsers."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, select, update

from infra.store.base import StorePart
from infra.store.tables import ACCOUNTS, WEB_SESSIONS, upsert
from models.accounts import Account, AccountId, WebSession
from models.text import KEPT


class AccountsPart(StorePart):
    """Keeps who may enter."""

    async def put_account(self, account: Account) -> None:
        """Keep an account in place of what was kept of it before. Raises TryAgain."""
        row = {
            "account_id": account.account_id,
            "login": account.login,
            "content": account.model_dump_json(),
        }
        async with self._database.writing() as connection:
            await upsert(connection, ACCOUNTS, [row])

    async def amend_account(
        self,
        account_id: AccountId,
        change: Callable[[Account], Account],
        *,
        looked_at: Callable[[Sequence[Account]], None] | None = None,
    ) -> Account | None:
        """Change what is kept of an account now; None where there is none. Raises TryAgain.

        Whoever changes its language does not undo that an administrator disabled it meanwhile.
        `looked_at` is given all accounts as they stand, held until the change is made; what it
        raises keeps the change from being made.
        """
        ours = ACCOUNTS.c.account_id == account_id
        async with self._database.writing() as connection:
            if looked_at is not None:
                # Held in one order, so that two who do this at once wait for each other.
                every = select(ACCOUNTS.c.content).order_by(ACCOUNTS.c.account_id)
                rows = await connection.scalars(every.with_for_update())
                looked_at([Account.read_kept(each) for each in rows])
            query = select(ACCOUNTS.c.content).where(ours).with_for_update()
            content = await connection.scalar(query)
            if content is None:
                return None
            changed = change(Account.read_kept(content))
            row = {"content": changed.model_dump_json()}
            await connection.execute(update(ACCOUNTS).where(ours).values(row))
            return changed

    async def account(self, account_id: AccountId) -> Account | None:
        """One account; None where there is none."""
        return await self._one_account(ACCOUNTS.c.account_id == account_id)

    async def account_by_login(self, login: str) -> Account | None:
        """The account that signs in under this name, folded as it is kept."""
        return await self._one_account(ACCOUNTS.c.login == login)

    async def accounts(self) -> Sequence[Account]:
        """Every account, by login."""
        query = select(ACCOUNTS.c.content).order_by(ACCOUNTS.c.login)
        async with self._database.reading() as connection:
            return [Account.read_kept(each) for each in await connection.scalars(query)]

    async def anybody(self) -> bool:
        """Whether there is an account at all."""
        async with self._database.reading() as connection:
            return await connection.scalar(select(ACCOUNTS.c.account_id).limit(1)) is not None

    async def put_web_session(self, session: WebSession) -> None:
        """Keep a session. Raises TryAgain."""
        row = session.model_dump() | {
            "began": session.began.timestamp(),
            "seen": session.seen.timestamp(),
        }
        async with self._database.writing() as connection:
            await upsert(connection, WEB_SESSIONS, [row])

    async def web_session(self, digest: str) -> WebSession | None:
        """The session of a cookie; None where it has ended."""
        query = select(WEB_SESSIONS).where(WEB_SESSIONS.c.digest == digest)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else _session(row)

    async def web_session_seen(self, digest: str, now: datetime) -> None:
        """The browser is still there. Raises TryAgain."""
        ours = WEB_SESSIONS.c.digest == digest
        async with self._database.writing() as connection:
            await connection.execute(update(WEB_SESSIONS).where(ours).values(seen=now.timestamp()))

    async def end_web_session(self, digest: str) -> None:
        """This browser has to sign in again. Raises TryAgain."""
        await self._end_sessions(WEB_SESSIONS.c.digest == digest)

    async def web_sessions(self, account_id: AccountId) -> Sequence[WebSession]:
        """The browsers of an account, the one seen last first."""
        query = select(WEB_SESSIONS).where(WEB_SESSIONS.c.account_id == account_id)
        async with self._database.reading() as connection:
            rows = await connection.execute(query.order_by(WEB_SESSIONS.c.seen.desc()))
            return [_session(row) for row in rows]

    async def end_web_sessions_of(self, account_id: AccountId, *, but: str = "") -> None:
        """Every browser of an account has to sign in again, `but` that of one digest.

        Raises TryAgain.
        """
        theirs = WEB_SESSIONS.c.account_id == account_id
        await self._end_sessions(theirs & (WEB_SESSIONS.c.digest != but))

    async def _one_account(self, condition: Any) -> Account | None:
        query = select(ACCOUNTS.c.content).where(condition)
        async with self._database.reading() as connection:
            content = await connection.scalar(query)
        return None if content is None else Account.read_kept(content)

    async def _end_sessions(self, condition: Any) -> None:
        async with self._database.writing() as connection:
            await connection.execute(delete(WEB_SESSIONS).where(condition))


def _session(row: Any) -> WebSession:
    kept = dict(row._mapping)
    moments = {name: datetime.fromtimestamp(kept[name], UTC) for name in ("began", "seen")}
    return WebSession.model_validate(kept | moments, context=KEPT)
