"""Facts on the wire: past tense, frozen, one class for one topic and version.

A change that old readers cannot read is a new class with a new topic, never an edit.
"""

from typing import Annotated, ClassVar, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from models.entities import Request, Revision, Talent
from models.frozen import Frozen
from models.hours import Quarters
from models.ids import LineIdField, MatchIdField, PoolId, PoolIdField, TalentIdField
from models.match import Decision, Decline, Match, MatchState
from models.months import MonthField
from models.plan_triggers import PlanNews
from models.pool_settings import PoolSettings
from models.unfit import Unfit

#: A code or the name of a field, never free text.
FieldName = Annotated[str, StringConstraints(max_length=40)]


class Fact(Frozen):
    """A fact. Frozen, versioned by its topic, safe to deliver twice."""

    topic: ClassVar[str]
    type: ClassVar[str]

    @property
    def key(self) -> PoolId:
        """Partition key: the facts of one pool stay in order."""
        raise NotImplementedError

    @property
    def subject(self) -> str:
        """What the fact is about, as one id: CloudEvents `subject`."""
        raise NotImplementedError


class RequestStated(Fact):
    """A request was posted, amended or withdrawn; carries its whole state."""

    topic: ClassVar[str] = "talentpool.requests.v1"
    type: ClassVar[str] = "talentpool.request.stated.v1"

    request: Request

    @property
    def key(self) -> PoolId:
        return self.request.pool_id

    @property
    def subject(self) -> str:
        return self.request.request_id


class TalentStated(Fact):
    """A talent joined, changed its availability or left; carries its whole state."""

    topic: ClassVar[str] = "talentpool.talents.v1"
    type: ClassVar[str] = "talentpool.talent.stated.v1"

    talent: Talent

    @property
    def key(self) -> PoolId:
        return self.talent.pool_id

    @property
    def subject(self) -> str:
        return self.talent.talent_id


class DecisionMade(Decision, Fact):
    """Somebody answered for a match."""

    topic: ClassVar[str] = "talentpool.decisions.v1"
    type: ClassVar[str] = "talentpool.decision.made.v1"

    #: The match as it stood when this was decided: brings it back where the store has lost it.
    match: Match | None = None

    @model_validator(mode="after")
    def _speaks_of_one_match(self) -> Self:
        seen = self.match
        if seen and (seen.pool_id, seen.match_id) != (self.pool_id, self.match_id):
            raise Unfit("decision_about_another_match")
        return self

    @property
    def key(self) -> PoolId:
        return self.pool_id

    @property
    def subject(self) -> str:
        return self.match_id


class PoolConfigured(Fact):
    """The coordinators set how their pool is planned; carries all settings."""

    topic: ClassVar[str] = "talentpool.settings.v1"
    type: ClassVar[str] = "talentpool.pool.configured.v1"

    pool_id: PoolIdField
    revision: Revision
    settings: PoolSettings

    @property
    def key(self) -> PoolId:
        return self.pool_id

    @property
    def subject(self) -> str:
        return self.pool_id


class PoolChanged(Fact):
    """Something the plan depends on has changed: the pool has a new version."""

    topic: ClassVar[str] = "talentpool.pools.v1"
    type: ClassVar[str] = "talentpool.pool.changed.v1"

    pool_id: PoolIdField
    version: Annotated[int, Field(ge=1)]

    @property
    def key(self) -> PoolId:
        return self.pool_id

    @property
    def subject(self) -> str:
        return self.pool_id


class MatchChanged(Fact):
    """A match changed its state or its hours: ids, hours and reasons, never a person."""

    topic: ClassVar[str] = "talentpool.matches.v1"
    type: ClassVar[str] = "talentpool.match.changed.v1"

    pool_id: PoolIdField
    match_id: MatchIdField
    revision: Revision
    line_id: LineIdField
    talent_id: TalentIdField
    state: MatchState
    before: MatchState | None = None  #: the state it came from; none for a new match
    hours: dict[MonthField, Quarters]
    pinned: bool
    reason: Annotated[str, StringConstraints(max_length=80)]  #: a code, never free text
    plan_version: int | None = None  #: the plan that caused it, where one did
    plan_news: PlanNews | None = None  #: all that this plan changed, and because of what
    match: Match | None = None  #: the whole match: this topic is the record of all matches
    decided_by: UUID | None = None  #: the event of the decision that caused it
    declined: Decline | None = None  #: what is not offered again because of that decision
    changed_terms: tuple[FieldName, ...] = ()  #: which terms are not what they were

    @classmethod
    def of(
        cls,
        before: Match | None,
        after: Match,
        *,
        plan_version: int | None = None,
        plan_news: PlanNews | None = None,
        decided_by: UUID | None = None,
        declined: Decline | None = None,
    ) -> Self:
        """What is told of a match's next revision."""
        was = before.terms if before else None
        return cls(
            pool_id=after.pool_id,
            match_id=after.match_id,
            revision=after.revision,
            line_id=after.line_id,
            talent_id=after.talent_id,
            state=after.state,
            before=before.state if before else None,
            hours=after.hours,
            pinned=after.pinned,
            reason=after.reason,
            plan_version=plan_version,
            plan_news=plan_news,
            match=after,
            decided_by=decided_by,
            declined=declined,
            changed_terms=was.differing(after.terms) if was and after.terms else (),
        )

    @property
    def key(self) -> PoolId:
        return self.pool_id

    @property
    def subject(self) -> str:
        return self.match_id


#: Facts that people state at the edges, and that ingest takes.
STATED: tuple[type[Fact], ...] = (RequestStated, TalentStated, DecisionMade, PoolConfigured)
#: Facts that the service itself derives.
DERIVED: tuple[type[Fact], ...] = (PoolChanged, MatchChanged)
FACTS: tuple[type[Fact], ...] = STATED + DERIVED


def dead(topic: str) -> str:
    """The topic that keeps what could not be taken from `topic`."""
    return f"{topic}.dead"


#: Every topic of the service, provisioned before anything is appended.
TOPICS: tuple[str, ...] = tuple(f.topic for f in FACTS) + tuple(dead(f.topic) for f in FACTS)
