"""The newest plan of a pool, where this version of the program can read it."""

from application.ports import Reads
from matcher.plan import Plan
from models.errors import PlanUnreadable
from models.ids import PoolId


async def stored_plan(reads: Reads, pool_id: PoolId) -> Plan | None:
    """None where there is none yet. Raises PlanUnreadable."""
    try:
        return await reads.plan(pool_id)
    except ValueError:
        raise PlanUnreadable("plan_unreadable", pool_id=pool_id) from None


async def plan_if_readable(reads: Reads, pool_id: PoolId) -> Plan | None:
    """None too where it cannot be read: a page of something else is shown without it."""
    try:
        return await stored_plan(reads, pool_id)
    except PlanUnreadable:
        return None
