"""The tables of the store. Only `infra.store` reads or writes them.

Whole entities are kept as JSON text (`content`), as they stood on their topic; the columns beside
it are what the store itself asks for. Names and mail stand in `people` and nowhere else.
"""

from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Integer
from sqlmodel import Field, SQLModel

_BIG = BigInteger().with_variant(Integer(), "sqlite")
_POOL = "pools.pool_id"


class ClaimRow(SQLModel, table=True):
    """The newest revision that an edge has taken for what it was about to append."""

    __tablename__ = "claims"
    __table_args__ = (Index("claims_by_event", "event_id"),)

    kind: str = Field(primary_key=True)  #: request | talent | settings | match | posting
    pool_id: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    revision: int
    content: str
    event_id: UUID
    kept: bool  #: the log has acknowledged it
    time: float  #: seconds since 1970; technical patience, not domain time


class PoolRow(SQLModel, table=True):
    """A pool and its fence: a plan is committed only at the version it was begun at."""

    __tablename__ = "pools"

    pool_id: str = Field(primary_key=True)
    version: int
    planned_version: int
    plans: int = 0  #: how many were committed, a better one of the same version too
    settings: str
    settings_revision: int
    correlation_id: UUID | None  #: of the last fact that changed the pool
    month: str | None  #: the months before it are over, and what was worked in them is recorded


class RequestRow(SQLModel, table=True):
    """The newest revision of a request."""

    __tablename__ = "requests"

    pool_id: str = Field(primary_key=True, foreign_key=_POOL)
    request_id: str = Field(primary_key=True)
    revision: int
    status: str
    content: str
    event_id: UUID
    correlation_id: UUID
    changed_version: int  #: the pool version this revision led to


class TalentRow(SQLModel, table=True):
    """The newest revision of a talent."""

    __tablename__ = "talents"

    pool_id: str = Field(primary_key=True, foreign_key=_POOL)
    talent_id: str = Field(primary_key=True)
    revision: int
    status: str
    content: str
    event_id: UUID
    correlation_id: UUID
    changed_version: int


class RevisionRow(SQLModel, table=True):
    """Who made a revision, when and by which event; never what it holds."""

    __tablename__ = "revisions"

    kind: str = Field(primary_key=True)  #: request | talent | settings | match
    pool_id: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    revision: int = Field(primary_key=True)
    reason: str
    changed: str  #: JSON, names of fields
    actor: str | None
    time: str  #: ISO 8601
    event_id: UUID
    correlation_id: UUID


class PersonRow(SQLModel, table=True):
    """Personal data: who a talent is. Written before the talent is stated, erased alone."""

    __tablename__ = "people"

    pool_id: str = Field(primary_key=True)
    talent_id: str = Field(primary_key=True)
    name: str
    mail: str
    note: str


class ErasureRow(SQLModel, table=True):
    """A person who was erased: ids and the time, so that no backup brings them back."""

    __tablename__ = "erasures"

    pool_id: str = Field(primary_key=True)
    talent_id: str = Field(primary_key=True)
    time: str


class MatchRow(SQLModel, table=True):
    """A match as it stands now."""

    __tablename__ = "matches"
    __table_args__ = (Index("matches_by_pool_and_state", "pool_id", "state"),)

    match_id: str = Field(primary_key=True)
    pool_id: str = Field(foreign_key=_POOL)
    request_id: str
    line_id: str
    talent_id: str
    revision: int
    state: str
    fixed_by_hand: bool
    reason: str
    hours: str  #: JSON, decimals of hours by month
    ended_hours: str = "{}"  #: JSON, agreed once, then ended from a month on
    terms: str | None = None  #: JSON; as they stand
    agreed_terms: str | None = None  #: JSON; as they stood when the first side accepted
    accepted_by: str = "[]"  #: JSON, codes of municipalities
    contradictions: str = "[]"  #: JSON, codes


class DeclineRow(SQLModel, table=True):
    """A declined match, with the municipalities and the capacity of that time."""

    __tablename__ = "declines"
    __table_args__ = (Index("declines_by_pool", "pool_id"),)

    match_id: str = Field(primary_key=True)
    pool_id: str = Field(foreign_key=_POOL)
    content: str


class WorkedRow(SQLModel, table=True):
    """Hours of a match in a month that is over; added once, never changed."""

    __tablename__ = "worked"
    __table_args__ = (Index("worked_by_pool", "pool_id", "request_id"),)

    match_id: str = Field(primary_key=True)
    month: str = Field(primary_key=True)
    pool_id: str = Field(foreign_key=_POOL)
    request_id: str
    line_id: str
    talent_id: str
    hours: int = Field(sa_type=BigInteger)  #: quarters
    municipalities: str  #: JSON, the codes of that time


class PlanRow(SQLModel, table=True):
    """One of the last plans of a pool."""

    __tablename__ = "plans"

    pool_id: str = Field(primary_key=True, foreign_key=_POOL)
    version: int = Field(primary_key=True)
    content: str
    problem: str  #: what the plan answers, so that it can be checked again
    score: int = Field(sa_type=BigInteger)
    bound: int | None = Field(sa_type=BigInteger)
    status: str
    time: float | None = None  #: seconds since 1970, when it was committed; none of older ones


class ExplanationRow(SQLModel, table=True):
    """What a plan says of one line, so that it can be read alone."""

    __tablename__ = "explanations"

    pool_id: str = Field(primary_key=True, foreign_key=_POOL)
    version: int = Field(primary_key=True)  #: of the plan
    line_id: str = Field(primary_key=True)
    position: int  #: of the line in the plan
    lacks_hours: bool  #: whether there are unmet hours
    content: str


class LedgerTableRow(SQLModel, table=True):
    """Quarters of a talent in a month; the database itself refuses a talent over its hours."""

    __tablename__ = "ledger"
    __table_args__ = (
        CheckConstraint("used >= 0", name="ledger_used_is_not_negative"),
        CheckConstraint("used <= capacity", name="ledger_used_within_capacity"),
    )

    pool_id: str = Field(primary_key=True, foreign_key=_POOL)
    talent_id: str = Field(primary_key=True)
    month: str = Field(primary_key=True)
    used: int = Field(sa_type=BigInteger)
    capacity: int = Field(sa_type=BigInteger)


class PlanFailureRow(SQLModel, table=True):
    """A pool whose last try to be planned failed."""

    __tablename__ = "plan_failures"

    pool_id: str = Field(primary_key=True, foreign_key=_POOL)
    version: int
    since: str  #: ISO 8601
    reason: str
    tries: int
    next_try: str  #: ISO 8601


class RestoreRow(SQLModel, table=True):
    """A restore that has begun; deleted once it has ended."""

    __tablename__ = "restores"

    begun: str = Field(primary_key=True)  #: ISO 8601
