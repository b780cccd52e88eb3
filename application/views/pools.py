"""A pool in one line."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.views.plan import PlanTotals, totals
from matcher.figures.outside_horizon import not_planned, outside
from matcher.plan import Plan
from models.entities import Request, RequestStatus, Talent, TalentStatus
from models.ids import PoolId
from models.plan_failure import PlanFailure


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolView:
    """Counts, and the totals of its plan where there is one."""

    pool_id: PoolId
    requests: int  #: open requests
    talents: int  #: talents in the pool
    sample: bool
    totals: PlanTotals | None = None
    requests_outside: int = 0  #: open requests of which the plan says nothing
    failure: PlanFailure | None = None  #: why it cannot be planned as it is now


def pool_view(
    pool_id: PoolId,
    requests: Sequence[Request],
    talents: Sequence[Talent],
    plan: Plan | None,
    failure: PlanFailure | None = None,
) -> PoolView:
    """A pool as it stands."""
    return PoolView(
        pool_id=pool_id,
        requests=sum(request.status is RequestStatus.OPEN for request in requests),
        talents=sum(talent.status is TalentStatus.ACTIVE for talent in talents),
        sample=any(request.sample for request in requests),
        totals=totals(plan) if plan else None,
        requests_outside=len(not_planned(outside(requests, plan))) if plan else 0,
        failure=failure,
    )
