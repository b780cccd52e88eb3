"""What moved in a pool since an account last said to have seen its plan."""

from application.ports import PlanLooks
from application.queries.stored_plan import stored_plan
from application.session import ReadSession
from application.views.line_names import names_of_requests
from application.views.plan_changes import PlanChanges, figures_of, moved_since
from matcher.plan import Plan
from matcher.planning.plan_look import PlanLook
from matcher.planning.triggers import triggers
from matcher.repair.problem_diff import ProblemDiff
from models.accounts import AccountId
from models.ids import PoolId
from models.plan_triggers import Trigger


async def plan_changes(
    session: ReadSession, looks: PlanLooks, account_id: AccountId, pool_id: PoolId
) -> PlanChanges | None:
    """None where there is no plan yet. Raises PlanUnreadable."""
    reads = session.reads
    plan = await stored_plan(reads, pool_id)
    if plan is None:
        return None
    names = names_of_requests(await reads.requests(pool_id))
    people = {person.talent_id: person.name for person in await reads.people(pool_id)}
    look = await looks.plan_look(account_id, pool_id)
    if look is None:
        return PlanChanges(plan=plan, names=names, people=people)
    live = await reads.matches(pool_id, live_only=True)
    return PlanChanges(
        plan=plan,
        names=names,
        people=people,
        before=look.plan,
        looked=look.looked,
        moved=moved_since(look, plan),
        because=await _because(session, look.plan, plan),
        figures=figures_of(look, plan, names),
        fixed=sum(match.pinned for match in live),
    )


async def mark_seen(
    session: ReadSession, looks: PlanLooks, account_id: AccountId, pool_id: PoolId, version: int
) -> bool:
    """The plan of this version is seen; False where a newer one has come in between."""
    plan = await stored_plan(session.reads, pool_id)
    if plan is None or plan.version != version:
        return False
    missing = sum(each.hours for each in plan.unmet)
    look = PlanLook(plan=plan, looked=session.now(), unmet=missing)
    await looks.put_plan_look(account_id, look)
    return True


async def _because(session: ReadSession, before: Plan, plan: Plan) -> tuple[Trigger, ...]:
    """What led from one to the other, as long as what the first one answers is kept."""
    kept = await session.reads.plan_before(plan.pool_id, before.version + 1)
    problem = await session.reads.problem(plan.pool_id)
    if kept is None or problem is None or kept[0].version != before.version:
        return ()
    return tuple(triggers(ProblemDiff(kept[1], problem)))
