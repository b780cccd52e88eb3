"""A plan as operators see it: when it was committed, by what method, how long it took."""

from dataclasses import dataclass
from datetime import datetime

from models.ids import PoolId


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRun:
    """One of the last plans of a pool."""

    pool_id: PoolId
    version: int
    status: str
    method: str
    seconds: float
    assignments: int
    score: int
    bound: int | None
    time: datetime | None  #: when it was committed; none of older ones

    @property
    def gap(self) -> float | None:
        """How much better a plan could be, as a fraction of the bound; none without a bound."""
        if self.bound is None:
            return None
        return max(0.0, (self.bound - self.score) / self.bound) if self.bound > 0 else 0.0
