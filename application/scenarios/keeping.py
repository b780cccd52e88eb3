"""Scenarios of an account: a change begins one or joins one; four at most."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from application.ports import Scenarios
from application.session import ReadSession
from matcher.whatif import Change, KeptScenario, Scenario
from matcher.whatif.apply import applied
from matcher.whatif.compare import MOST
from models.accounts import AccountId
from models.errors import Absent, Mistake
from models.ids import PoolId

#: Changes of one scenario.
_MOST_CHANGES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """Whose scenarios, and of which pool."""

    account_id: AccountId
    pool_id: PoolId


async def add_change(
    session: ReadSession,
    scenarios: Scenarios,
    mine: Mine,
    changes: Sequence[Change],
    scenario_id: str = "",
) -> KeptScenario:
    """Keep the changes as a scenario, or with the others of one. Mistake where they do not fit."""
    kept = await scenarios.scenarios(mine.account_id, mine.pool_id)
    known = next((each for each in kept if each.scenario_id == scenario_id), None)
    if known is None and len(kept) >= MOST:
        raise Mistake("whatif_full", most=MOST)
    before = known.scenario.changes if known else ()
    if len(before) + len(changes) > _MOST_CHANGES:
        raise Mistake("whatif_too_many_changes", most=_MOST_CHANGES)
    id_ = known.scenario_id if known else uuid4().hex[:12]
    scenario = Scenario(name=id_, changes=(*before, *changes))
    snapshot = await session.reads.snapshot(mine.pool_id)
    if snapshot is None:
        raise Absent("whatif_pool_empty")
    applied(snapshot, scenario, session.present)
    made = KeptScenario(
        scenario_id=id_,
        pool_id=mine.pool_id,
        account_id=mine.account_id,
        at=known.at if known else session.now(),
        scenario=scenario,
    )
    await scenarios.put_scenario(made)
    return made


async def drop_change(scenarios: Scenarios, kept: KeptScenario, at: int) -> None:
    """The scenario without one of its changes; without any, it is gone."""
    left = tuple(c for n, c in enumerate(kept.scenario.changes) if n != at)
    if not left:
        await scenarios.drop_scenario(kept.account_id, PoolId(kept.pool_id), kept.scenario_id)
        return
    scenario = kept.scenario.model_copy(update={"changes": left})
    await scenarios.put_scenario(kept.model_copy(update={"scenario": scenario}))
