"""The plan of a pool, with everything that is shown of it."""

from application.queries.kept_views import KeptViews
from application.queries.stored_plan import stored_plan
from application.session import ReadSession
from application.views.plan import PlanView, plan_view
from models.ids import PoolId
from models.months import Month

_VIEWS = KeptViews()


async def plan_of(
    session: ReadSession, pool_id: PoolId, *, only: Month | None = None, names: bool = False
) -> PlanView | None:
    """The newest plan; None where there is none yet. `names` reads personal data.

    Raises PlanUnreadable.
    """
    reads = session.reads
    plan = await stored_plan(reads, pool_id)
    if plan is None:
        return None
    requests, talents = await reads.requests(pool_id), await reads.talents(pool_id)
    matches = await reads.matches(pool_id, live_only=True)
    ledger, worked = await reads.ledger(pool_id), await reads.worked(pool_id)
    people = await reads.people(pool_id) if names else None

    def made() -> PlanView:
        return plan_view(
            plan,
            requests,
            talents,
            matches=matches,
            ledger=ledger,
            worked=worked,
            people=people or (),
            only=only,
        )

    if only:
        return made()
    return _VIEWS.get(pool_id, [plan, requests, talents, matches, ledger, worked], people, made)
