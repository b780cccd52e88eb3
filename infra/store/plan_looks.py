"""Which plan somebody has seen last: kept with its moment, as older plans go."""

from datetime import UTC, datetime

from sqlalchemy import select

from infra.store.base import StorePart
from infra.store.readable import readable
from infra.store.tables import PLAN_LOOKS, upsert
from matcher.plan import Plan
from matcher.planning.plan_look import PlanLook
from models.accounts import AccountId
from models.ids import PoolId


class PlanLooksPart(StorePart):
    """Keeps one look for each account and pool."""

    async def put_plan_look(self, account_id: AccountId, look: PlanLook) -> None:
        """In the place of the look before. Raises TryAgain."""
        bare = look.plan.model_copy(update={"unmet": (), "why": ()})
        row = {
            "account_id": account_id,
            "pool_id": look.plan.pool_id,
            "version": look.plan.version,
            "looked": look.looked.timestamp(),
            "content": bare.model_dump_json(exclude_defaults=True),
            "unmet": look.unmet,
        }
        async with self._database.writing() as connection:
            await upsert(connection, PLAN_LOOKS, [row])

    async def plan_look(self, account_id: AccountId, pool_id: PoolId) -> PlanLook | None:
        """None where there was none, or this version cannot read what was seen."""
        ours = (PLAN_LOOKS.c.account_id == account_id, PLAN_LOOKS.c.pool_id == pool_id)
        query = select(PLAN_LOOKS).where(*ours)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        plan = readable(Plan, row.content, pool_id) if row else None
        if row is None or plan is None:
            return None
        return PlanLook(plan=plan, looked=datetime.fromtimestamp(row.looked, UTC), unmet=row.unmet)
