"""A match event as it is listed: ids, hours and codes, never a person."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models.envelope import Message
from models.event_log import Record
from models.facts import MatchChanged
from models.ids import LineId, MatchId, PoolId, RequestId, TalentId, request_of
from models.match import MatchState
from models.months import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchEventView:
    """One event, and where it stands in the log."""

    partition: int
    offset: int
    time: datetime
    event_id: UUID
    correlation_id: UUID
    pool_id: PoolId
    match_id: MatchId
    revision: int
    line_id: LineId
    talent_id: TalentId
    state: MatchState
    before: MatchState | None
    reason: str  #: a code
    hours: int  #: quarters over all months
    months: tuple[Month, ...]
    pinned: bool
    plan_version: int | None

    @property
    def request_id(self) -> RequestId:
        """The request that the line belongs to."""
        return request_of(self.line_id)


def match_event_view(record: Record, message: Message) -> MatchEventView:
    """The event in a record of the matches' topic."""
    fact, envelope = message.fact, message.envelope
    assert isinstance(fact, MatchChanged)
    return MatchEventView(
        partition=record.partition,
        offset=record.offset,
        time=envelope.time,
        event_id=envelope.event_id,
        correlation_id=envelope.correlation_id,
        pool_id=fact.pool_id,
        match_id=fact.match_id,
        revision=fact.revision,
        line_id=fact.line_id,
        talent_id=fact.talent_id,
        state=fact.state,
        before=fact.before,
        reason=fact.reason,
        hours=sum(fact.hours.values()),
        months=tuple(sorted(fact.hours)),
        pinned=fact.pinned,
        plan_version=fact.plan_version,
    )
