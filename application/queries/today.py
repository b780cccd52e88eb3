"""What needs a coordinator now, and how well the pool is served."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from application.queries.stored_plan import stored_plan
from application.session import ReadSession
from application.views.coverage import Coverage, coverage
from application.views.line_names import names_of_requests
from application.views.plan import PlanTotals, totals
from application.views.to_do import ToDo, to_dos
from models.entities import RequestStatus, TalentStatus
from models.ids import PoolId, TalentId
from models.match import MatchState
from models.plan_failure import PlanFailure
from models.revision_claims import Kind


@dataclass(frozen=True, kw_only=True)
class TodayView:
    """Of one pool; `totals` None where there is no plan yet."""

    today: date
    requests: int  #: open requests
    talents: int  #: who are there
    to_dos: tuple[ToDo, ...] = ()
    drafted: int = 0  #: matches that nobody has been shown yet
    proposed: int = 0  #: matches that await an answer of both sides
    totals: PlanTotals | None = None
    unmet_by_role: Mapping[str, int] = field(default_factory=dict)
    unmet_lines: int = 0
    coverage: tuple[Coverage, ...] = ()
    municipalities: int = 0  #: in the prefecture
    people: Mapping[TalentId, str] = field(default_factory=dict)
    failure: PlanFailure | None = None  #: why it cannot be planned as it is now

    @property
    def lacks(self) -> str:
        """What there is none of, so that nothing can be planned; empty where there is both."""
        if not self.requests:
            return "requests" if self.talents else "both"
        return "" if self.talents else "talents"


async def today_of(session: ReadSession, pool_id: PoolId) -> TodayView:
    """Reads personal data: the names of talents. Raises PlanUnreadable."""
    reads = session.reads
    requests, talents = await reads.requests(pool_id), await reads.talents(pool_id)
    matches = await reads.matches(pool_id, live_only=True)
    plan, problem = await stored_plan(reads, pool_id), await reads.problem(pool_id)
    states = Counter(match.state for match in matches)
    by_role: Counter[str] = Counter()
    for each in plan.unmet if plan else ():
        by_role[each.role.value] += each.hours
    today = session.now().date()
    return TodayView(
        today=today,
        requests=sum(each.status is RequestStatus.OPEN for each in requests),
        talents=sum(each.status is TalentStatus.ACTIVE for each in talents),
        to_dos=to_dos(
            plan,
            names_of_requests(requests),
            matches,
            await reads.declines(pool_id),
            talents,
            since=await reads.changed_last(pool_id, Kind.MATCH),
            today=today,
        ),
        drafted=states[MatchState.DRAFTED],
        proposed=states[MatchState.PROPOSED],
        totals=totals(plan) if plan else None,
        unmet_by_role=by_role,
        unmet_lines=len(plan.unmet) if plan else 0,
        coverage=coverage(problem, plan) if plan and problem else (),
        municipalities=len(session.places.codes(pool_id)) - 1,
        people={each.talent_id: each.name for each in await reads.people(pool_id)},
        failure=await reads.plan_failure(pool_id),
    )
