"""Who may enter, what they prove themselves by, and the record of it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from models.accounts import Account, AccountId, Grant, WebSession
from models.audit import AuditRecord, AuditSearch, Cursor
from models.credentials import Credentials as Proof
from models.credentials import Ticket, TicketKind, Tries
from models.identity import Outsider, Question


class Accounts(Protocol):
    """Who may enter, and the sessions of their browsers."""

    async def put_account(self, account: Account) -> None: ...

    async def amend_account(
        self,
        account_id: AccountId,
        change: Callable[[Account], Account],
        *,
        looked_at: Callable[[Sequence[Account]], None] | None = None,
    ) -> Account | None: ...

    async def account(self, account_id: AccountId) -> Account | None: ...

    async def account_by_login(self, login: str) -> Account | None: ...

    async def accounts(self) -> Sequence[Account]: ...

    async def anybody(self) -> bool: ...

    async def put_web_session(self, session: WebSession) -> None: ...

    async def web_session(self, digest: str) -> WebSession | None: ...

    async def web_session_seen(self, digest: str, now: datetime) -> None: ...

    async def end_web_session(self, digest: str) -> None: ...

    async def web_sessions(self, account_id: AccountId) -> Sequence[WebSession]: ...

    async def end_web_sessions_of(self, account_id: AccountId, *, but: str = "") -> None: ...


class Credentials(Protocol):
    """What accounts prove themselves by; tickets; and how often a proof was tried."""

    async def credentials(self, account_id: AccountId) -> Proof: ...

    async def credentials_of_outside(self, outside: str) -> Proof | None: ...

    async def amend_credentials(
        self,
        account_id: AccountId,
        *,
        password: str | None = None,
        totp: str | None = None,
        totp_step: int | None = None,
        recovery: tuple[str, ...] | None = None,
        outside: str | None = None,
    ) -> None: ...

    async def use_step(self, account_id: AccountId, step: int) -> bool: ...

    async def use_recovery(self, account_id: AccountId, digest: str) -> bool: ...

    async def put_ticket(self, ticket: Ticket) -> None: ...

    async def ticket(self, digest: str) -> Ticket | None: ...

    async def tickets(self, kind: TicketKind, now: datetime) -> Sequence[Ticket]: ...

    async def take_ticket(self, digest: str, kind: TicketKind, now: datetime) -> Ticket | None: ...

    async def revoke_ticket(self, ticket_id: str, now: datetime) -> bool: ...

    async def redeem(
        self, digest: str, account: Account, credentials: Proof, now: datetime
    ) -> bool: ...

    async def take_try(
        self, key: str, *, limit: int, window: timedelta, now: datetime, within: str = ""
    ) -> datetime | None: ...

    async def tries(self, key: str) -> Sequence[Tries]: ...

    async def forgive(self, key: str, *, within: str = "") -> None: ...

    async def forgive_all(self, key: str) -> None: ...

    async def forgive_one(self, key: str) -> None: ...


class Keys(Protocol):
    """What enters without anybody signing in: tokens of programs, and a calendar's address."""

    async def end_keys(self, account_id: AccountId, *, of: Grant | None = None) -> int: ...


class AccessStore(Accounts, Credentials, Keys, Protocol):
    """Everything of who may enter."""


class IdentityProvider(Protocol):
    """An organisation's own sign-in."""

    async def address(self, question: Question) -> str: ...

    async def outsider(self, question: Question, code: str) -> Outsider: ...


class Audit(Protocol):
    """Who did and saw what: added to, and never changed."""

    async def keep_audit(self, record: AuditRecord) -> None: ...

    async def audit(
        self, search: AuditSearch, *, before: Cursor | None, limit: int
    ) -> Sequence[tuple[Cursor, AuditRecord]]: ...
