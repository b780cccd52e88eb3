"""What the matcher asks of the store: a moment of a pool, and a place for its answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from matcher.plan import Plan
from matcher.problem import Problem
from models.codes import MunicipalityCode
from models.entities import Request, Talent
from models.event_log import NewRecord
from models.ids import PoolId, TalentId
from models.match import Decline, Match
from models.months import Month
from models.plan_failure import PlanFailure
from models.pool_settings import PoolSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything a plan depends on, read in one transaction."""

    pool_id: PoolId
    version: int
    settings: PoolSettings
    requests: tuple[Request, ...]  #: open ones
    talents: tuple[Talent, ...]  #: active ones
    matches: tuple[Match, ...]  #: live ones
    declines: tuple[Decline, ...]
    correlation_id: UUID  #: of the last fact that changed the pool
    #: of the fact that last stated a request, for requests stated since the last plan
    fresh: dict[str, UUID]
    #: the last month in which somebody worked at a municipality
    served: Mapping[MunicipalityCode, Month] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """Quarters of a talent used in a month; the table refuses used > capacity."""

    talent_id: TalentId
    month: Month
    used: int
    capacity: int


class PlanStore(Protocol):
    async def turn(self, pool_id: PoolId, month: Month) -> None:
        """The months before this one are over: what was agreed is worked, the rest ends."""

    async def snapshot(self, pool_id: PoolId) -> Snapshot | None:
        """The pool as of now; None where it has never been stated."""

    async def planned_version(self, pool_id: PoolId) -> int:
        """The pool version the last committed plan belongs to; 0 where there is none."""

    async def plan(self, pool_id: PoolId) -> Plan | None:
        """The newest committed plan."""

    async def problem(self, pool_id: PoolId) -> Problem | None:
        """What the newest committed plan answers."""

    async def commit_plan(
        self,
        plan: Plan,
        *,
        problem: Problem,
        matches: Sequence[Match],
        ledger: Sequence[LedgerRow],
        outbox: Sequence[NewRecord],
    ) -> None:
        """Keep plan, problem, changed matches, the pool's whole ledger and the outbox, all or none.

        The problem stays beside its plan, so that anybody can solve or check it again later.

        Raises PlanOutdated where the pool's version is no longer the plan's.
        """


class FailureStore(Protocol):
    async def pool_version(self, pool_id: PoolId) -> int:
        """The pool's version as of now; 0 where it has never been stated."""

    async def plan_failure(self, pool_id: PoolId) -> PlanFailure | None:
        """Why the pool could not be planned the last time; None where it could."""

    async def plan_failures(self) -> Sequence[PlanFailure]:
        """Every pool that could not be planned the last time."""

    async def mark_plan_failed(self, failure: PlanFailure) -> None:
        """Keep the failure in place of the one before."""

    async def forget_plan_failure(self, pool_id: PoolId) -> None:
        """The pool is planned again."""
