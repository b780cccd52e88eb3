"""Pools that could not be planned: marked, so that people see them and they are tried again."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, select

from infra.store.base import StorePart
from infra.store.tables import PLAN_FAILURES, POOLS, upsert
from models.ids import PoolId
from models.plan_failure import PlanFailure
from models.text import KEPT


class PlanFailuresPart(StorePart):
    """Keeps one mark for each pool whose last try failed."""

    async def pool_version(self, pool_id: PoolId) -> int:
        """The pool's version as of now; 0 where it has never been stated."""
        query = select(POOLS.c.version).where(POOLS.c.pool_id == pool_id)
        async with self._database.reading() as connection:
            return (await connection.execute(query)).scalar_one_or_none() or 0

    async def plan_failure(self, pool_id: PoolId) -> PlanFailure | None:
        """Why the pool could not be planned the last time; None where it could."""
        query = select(PLAN_FAILURES).where(PLAN_FAILURES.c.pool_id == pool_id)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else _failure(row)

    async def plan_failures(self) -> Sequence[PlanFailure]:
        """Every pool that could not be planned the last time, by its id."""
        query = select(PLAN_FAILURES).order_by(PLAN_FAILURES.c.pool_id)
        async with self._database.reading() as connection:
            return [_failure(row) for row in await connection.execute(query)]

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


def _failure(row: Any) -> PlanFailure:
    return PlanFailure.model_validate(dict(row._mapping), context=KEPT)
