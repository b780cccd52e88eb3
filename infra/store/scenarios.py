"""Scenarios that people keep beside the plan."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from infra.store.base import StorePart
from infra.store.tables import SCENARIOS, upsert
from matcher.whatif.kept_scenario import KeptScenario
from matcher.whatif.scenario import Scenario
from models.accounts import AccountId
from models.ids import PoolId


class ScenariosPart(StorePart):
    """Keeps scenarios, each for the account that made it."""

    async def put_scenario(self, kept: KeptScenario) -> None:
        """Keep one in place of what was kept of it. Raises TryAgain."""
        row = {
            "scenario_id": kept.scenario_id,
            "pool_id": kept.pool_id,
            "account_id": kept.account_id,
            "at": kept.at.timestamp(),
            "content": kept.scenario.model_dump_json(),
        }
        async with self._database.writing() as connection:
            await upsert(connection, SCENARIOS, [row])

    async def scenarios(self, account_id: AccountId, pool_id: PoolId) -> Sequence[KeptScenario]:
        """Those of an account for a pool, in the order in which they were made."""
        query = select(SCENARIOS).where(_ours(account_id, pool_id)).order_by(SCENARIOS.c.at)
        async with self._database.reading() as connection:
            return [self._kept_scenario(row) for row in await connection.execute(query)]

    async def drop_scenario(self, account_id: AccountId, pool_id: PoolId, scenario_id: str) -> None:
        """It is no longer kept. Raises TryAgain."""
        ours = _ours(account_id, pool_id) & (SCENARIOS.c.scenario_id == scenario_id)
        async with self._database.writing() as connection:
            await connection.execute(delete(SCENARIOS).where(ours))

    def _kept_scenario(self, row: Any) -> KeptScenario:
        return KeptScenario(
            scenario_id=row.scenario_id,
            pool_id=row.pool_id,
            account_id=row.account_id,
            at=datetime.fromtimestamp(row.at, self._now().tzinfo),
            scenario=Scenario.read_kept(row.content),
        )


def _ours(account_id: AccountId, pool_id: PoolId) -> Any:
    return (SCENARIOS.c.account_id == account_id) & (SCENARIOS.c.pool_id == pool_id)
