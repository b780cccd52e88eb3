"""Pools that could not be planned: marked, so that people see them and they are tried again."""

from sqlalchemy import delete

from infra.store.base import StorePart
from infra.store.tables import PLAN_FAILURES, upsert
from models.ids import PoolId
from models.plan_failure import PlanFailure


class PlanFailuresPart(StorePart):
    """Keeps one mark for each pool whose last try failed."""

    async def mark_plan_failed(self, failure: PlanFailure) -> None:
        """Keep the failure in place of the one before."""
        row = failure.model_dump(mode="json")
        async with self._database.writing() as connection:
            await upsert(connection, PLAN_FAILURES, [row])

    async def forget_plan_failure(self, pool_id: PoolId) -> None:
        """The pool is planned again. Twice is the same as once."""
        async with self._database.writing() as connection:
            await connection.execute(
                delete(PLAN_FAILURES).where(PLAN_FAILURES.c.pool_id == pool_id)
            )
