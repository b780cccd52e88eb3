"""Tables of accounts and of what belongs to them; only `infra.store` reads or writes them."""

from sqlalchemy import BigInteger, Index, Integer
from sqlmodel import Field, SQLModel

_BIG = BigInteger().with_variant(Integer(), "sqlite")


class AccountRow(SQLModel, table=True):
    """Who may enter, and what each is granted."""

    __tablename__ = "accounts"

    account_id: str = Field(primary_key=True)
    login: str = Field(unique=True)  #: folded, so that one person has one account
    content: str  #: JSON of the account


class WebSessionRow(SQLModel, table=True):
    """A browser that has signed in."""

    __tablename__ = "web_sessions"
    __table_args__ = (Index("web_sessions_by_account", "account_id"),)

    digest: str = Field(primary_key=True)  #: SHA-256 of the cookie's secret
    account_id: str
    csrf: str
    began: float  #: seconds since 1970
    seen: float


class AuditRow(SQLModel, table=True):
    """One line of the audit record: only ever added."""

    __tablename__ = "audit"
    __table_args__ = (
        Index("audit_by_time", "time"),
        Index("audit_by_actor", "actor"),
        Index("audit_by_subject", "subject"),
        {"sqlite_autoincrement": True},
    )

    seq: int | None = Field(default=None, primary_key=True, sa_type=_BIG)
    time: float  #: seconds since 1970
    actor: str
    role: str
    action: str
    page: str
    pool_id: str
    kind: str
    subject: str
    outcome: str


class SavedFilterRow(SQLModel, table=True):
    """A filter of events that an account has kept."""

    __tablename__ = "saved_filters"

    account_id: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    query: str


class DraftRow(SQLModel, table=True):
    """A request that is still being written."""

    __tablename__ = "drafts"
    __table_args__ = (Index("drafts_by_pool", "pool_id"),)

    draft_id: str = Field(primary_key=True)
    pool_id: str
    version: int
    content: str  #: JSON of the draft


class CredentialRow(SQLModel, table=True):
    """What an account proves itself by; apart from the account, so that lists never load it."""

    __tablename__ = "credentials"

    account_id: str = Field(primary_key=True)
    password: str
    totp: str
    totp_step: int = Field(sa_type=BigInteger)
    recovery: str  #: digests, one a line
    outside: str


class TicketRow(SQLModel, table=True):
    """Invitations, resets and sign-ins under way."""

    __tablename__ = "tickets"

    ticket_id: str = Field(primary_key=True)
    digest: str = Field(unique=True)  #: SHA-256 of the secret
    kind: str
    content: str  #: JSON of the ticket
    expires: float  #: seconds since 1970
    used: float | None


class TryRow(SQLModel, table=True):
    """How often a sign-in was tried lately, by login and by address."""

    __tablename__ = "sign_in_tries"

    key: str = Field(primary_key=True)  #: a digest: no login and no address is read from it
    count: int
    since: float


class PlanLookRow(SQLModel, table=True):
    """The plan of a pool as an account last said to have seen it."""

    __tablename__ = "plan_looks"

    account_id: str = Field(primary_key=True)
    pool_id: str = Field(primary_key=True)
    version: int
    looked: float  #: seconds since 1970
    content: str  #: JSON of the plan: older plans are not kept for long
    unmet: int  #: quarters that nobody covered


class CalendarRow(SQLModel, table=True):
    """An address at which a calendar program reads a talent's year."""

    __tablename__ = "calendars"

    account_id: str = Field(primary_key=True)
    pool_id: str
    digest: str = Field(unique=True)  #: SHA-256 of the secret
    made: float  #: seconds since 1970
