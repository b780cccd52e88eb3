"""What a pool lacks most, and what it would serve."""

from dataclasses import dataclass

from application.queries.of_plans import OfPlans
from application.queries.stored_plan import stored_plan
from application.session import ReadSession
from matcher.explain.bottlenecks import bottlenecks
from matcher.explanation import Bottleneck
from models.ids import PoolId


@dataclass(frozen=True, slots=True, kw_only=True)
class BottlenecksView:
    """One more person of each role that would serve more, the widest reach first."""

    pool_id: PoolId
    version: int  #: of the plan
    sample: bool
    entries: tuple[Bottleneck, ...]


_FOUND = OfPlans[tuple[Bottleneck, ...]]()


async def bottlenecks_of(session: ReadSession, pool_id: PoolId) -> BottlenecksView | None:
    """Found from the problem that the newest plan answers; None where there is no plan yet."""
    plan = await stored_plan(session.reads, pool_id)
    if plan is None:
        return None
    problem = await session.reads.problem(pool_id)
    requests = await session.reads.requests(pool_id)
    return BottlenecksView(
        pool_id=pool_id,
        version=plan.version,
        sample=any(request.sample for request in requests),
        entries=await _FOUND.get(plan, lambda: tuple(bottlenecks(problem, plan)))
        if problem
        else (),
    )
