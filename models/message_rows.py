"""Tables of records on their way: taken, waiting, to be said, sent, dead; for the store alone."""

from uuid import UUID

from sqlalchemy import BigInteger, Index, Integer
from sqlmodel import Field, SQLModel

_BIG = BigInteger().with_variant(Integer(), "sqlite")


class InboxRow(SQLModel, table=True):
    """A record that was taken, and what it came to; makes a redelivery recognisable."""

    __tablename__ = "inbox"

    event_id: UUID = Field(primary_key=True)  #: of an unreadable record: its dead letter's id
    topic: str
    partition: int
    offset: int = Field(sa_type=BigInteger)
    correlation_id: UUID | None
    outcome: str  #: applied | repeated | dead | waiting
    digest: str | None  #: of its value: an event id has one content
    time: float | None = None  #: seconds since 1970, when it was taken; none of older ones


class WaitingRow(SQLModel, table=True):
    """A decision that came before the match it speaks of, in the order in which they came."""

    __tablename__ = "waiting_decisions"
    __table_args__ = (
        Index("waiting_by_pool", "pool_id"),
        Index("waiting_by_match", "match_id"),
        {"sqlite_autoincrement": True},
    )

    seq: int | None = Field(default=None, primary_key=True, sa_type=_BIG)
    event_id: UUID = Field(unique=True)
    pool_id: str
    match_id: str
    topic: str
    partition: int
    offset: int = Field(sa_type=BigInteger)
    key: bytes
    headers: str
    value: bytes


class SentRow(SQLModel, table=True):
    """An effect outside, taken in hand once: what makes a repeat of its record harmless."""

    __tablename__ = "sent"

    effect: str = Field(primary_key=True)  #: which kind, such as `mail`
    key: str = Field(primary_key=True)  #: ids of what it tells
    outcome: str  #: claimed | sent | refused | in_doubt
    reason: str | None  #: a code, where it was refused
    tries: int
    time: float  #: seconds since 1970, of the last claim or the end


class OutboxRow(SQLModel, table=True):
    """What the store wants to say, in order; deleted once it is on its topic."""

    __tablename__ = "outbox"
    __table_args__ = {"sqlite_autoincrement": True}

    seq: int | None = Field(default=None, primary_key=True, sa_type=_BIG)
    topic: str
    key: bytes  #: UTF-8; a foreign key may hold what a text column refuses
    headers: str  #: JSON, pairs of a name and base64
    value: bytes
    refused: str | None = None  #: why the log will not take it; it is put aside


class DeadLetterRow(SQLModel, table=True):
    """A record that could not be taken, as it was first appended, and why."""

    __tablename__ = "dead_letters"

    id: UUID = Field(primary_key=True)
    topic: str
    partition: int
    offset: int = Field(sa_type=BigInteger)
    pool_id: str | None
    key: bytes
    headers: str
    value: bytes
    reason: str
    detail: str
    correlation_id: UUID | None
    status: str  #: new | replayed | dropped
    replays: int
    dropped: str | None  #: when, by whom and why its bytes went
    missing: int = Field(default=0, sa_type=BigInteger)  #: bytes of the original not kept here
    kept: float | None = None  #: when it came here; unknown for those of earlier versions
