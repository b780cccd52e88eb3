"""How the planning of every pool goes: its newest plan, how far it is behind, what fails."""

from dataclasses import dataclass

from application.session import ReadSession
from models.ids import PoolId
from models.plan_failure import PlanFailure
from models.plan_run import PlanRun


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolPlanning:
    """One pool: its last plan, and whether it follows."""

    pool_id: PoolId
    newest: PlanRun | None
    version: int  #: of the pool now
    planned: int  #: the version that has been planned
    failure: PlanFailure | None

    @property
    def behind(self) -> int:
        """Versions of the pool that its plan does not know."""
        return max(0, self.version - self.planned)


async def planning(session: ReadSession) -> tuple[PoolPlanning, ...]:
    """Every pool in order; there are some dozens at most."""
    reads = session.reads
    failing = {each.pool_id: each for each in await reads.plan_failures()}
    found = []
    for pool_id in await reads.pools():
        runs = await reads.plan_runs(pool_id, 1)
        found.append(
            PoolPlanning(
                pool_id=pool_id,
                newest=runs[0] if runs else None,
                version=await reads.pool_version(pool_id),
                planned=await reads.planned_version(pool_id),
                failure=failing.get(pool_id),
            )
        )
    return tuple(found)
