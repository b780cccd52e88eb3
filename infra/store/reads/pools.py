"""What is asked of a pool itself: its settings, its versions, whether it could be planned."""

from collections.abc import Mapping, Sequence
from typing import Any

from infra.store.reads.look import ReadPart
from models.errors import Mistake
from models.ids import PoolId
from models.plan_failure import PlanFailure
from models.pool_settings import PoolSettings
from models.text import KEPT


class PoolReads(ReadPart):
    """Answers about pools."""

    async def look_whole(self) -> None:
        """Raise Mistake where a restore is under way, or was broken off."""
        for row in await self._rows("SELECT begun FROM restores LIMIT 1"):
            raise Mistake("restore_unfinished", begun=str(row.begun))

    async def pools(self) -> tuple[PoolId, ...]:
        """The pools about which anything was stated."""
        rows = await self._rows("SELECT pool_id FROM pools WHERE version > 0 ORDER BY pool_id")
        return tuple(PoolId(row.pool_id) for row in rows)

    async def settings(self, pool_id: PoolId) -> tuple[PoolSettings, int]:
        """A pool's settings and their revision; the defaults and 0 where none were stated."""
        for row in await self._of("settings, settings_revision", pool_id):
            return PoolSettings.read_kept(row.settings), row.settings_revision
        return PoolSettings(), 0

    async def pool_version(self, pool_id: PoolId) -> int:
        """The pool's version as of now; 0 where it has never been stated."""
        return sum(row.version for row in await self._of("version", pool_id))

    async def planned_version(self, pool_id: PoolId) -> int:
        """The pool version the last committed plan belongs to; 0 where there is none."""
        return sum(row.planned_version for row in await self._of("planned_version", pool_id))

    async def moments(self) -> Mapping[PoolId, str]:
        """For each pool a text that is another one once its facts or its plan are."""
        rows = await self._rows("SELECT pool_id, version, planned_version, plans FROM pools")
        return {
            PoolId(row.pool_id): f"{row.planned_version}.{row.version}.{row.plans}" for row in rows
        }

    async def stamp(self, pool_id: PoolId) -> tuple[int, int]:
        """Another one after whatever changes the pool: facts that were applied, plans made."""
        for row in await self._of("version, plans", pool_id):
            return row.version, row.plans
        return 0, 0

    async def plan_failure(self, pool_id: PoolId) -> PlanFailure | None:
        """Why the pool could not be planned the last time; None where it could."""
        return next((each for each in await self.plan_failures() if each.pool_id == pool_id), None)

    async def plan_failures(self) -> Sequence[PlanFailure]:
        """Every pool that could not be planned the last time, by its id."""
        columns = ", ".join(PlanFailure.model_fields)
        rows = await self._rows(f"SELECT {columns} FROM plan_failures ORDER BY pool_id")  # noqa: S608
        return [_failure(row) for row in rows]

    async def _of(self, columns: str, pool_id: PoolId) -> Sequence[Any]:
        statement = f"SELECT {columns} FROM pools WHERE pool_id = :pool_id"  # noqa: S608
        return await self._rows(statement, pool_id=pool_id)


def _failure(row: Any) -> PlanFailure:
    columns = {name: getattr(row, name) for name in PlanFailure.model_fields}
    return PlanFailure.model_validate(columns, context=KEPT)
