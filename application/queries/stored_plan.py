"""The newest plan of a pool, where this version of the program can read it."""

from application.ports import Reads
from matcher.plan import Plan
from models.errors import PlanUnreadable
from models.ids import PoolId


async def stored_plan(reads: Reads, pool_id: PoolId) -> Plan | None:
    """None where there is none yet. Raises PlanUnreadable."""
    plan = await reads.plan(pool_id)
    if plan is None and await reads.unreadable_plan(pool_id):
        raise PlanUnreadable("plan_unreadable", pool_id=pool_id)
    return plan
