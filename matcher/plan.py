"""The solver's full answer for a pool at one version."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from matcher.explanation import (
    Against,
    Cause,
    CauseFacts,
    Enough,
    Funnel,
    Held,
    RunningMonth,
    Terms,
    Unmet,
    Why,
    WhyNot,
)
from matcher.problem import Assignment
from models.frozen import Frozen
from models.ids import PoolIdField
from models.months import MonthField

__all__ = [
    "Against",
    "Cause",
    "CauseFacts",
    "Enough",
    "Funnel",
    "Held",
    "Plan",
    "RunningMonth",
    "Status",
    "Terms",
    "Unmet",
    "Why",
    "WhyNot",
]


class Status(StrEnum):
    """Which kind of answer a plan is."""

    OPTIMAL = "optimal"  #: proved, and an independent bound agrees: no better plan exists
    FEASIBLE = "feasible"  #: a valid plan; `bound` says how much better one could be
    INFEASIBLE = "infeasible"  #: proved: the hard rules contradict each other
    UNKNOWN = "unknown"  #: no method gave a valid plan in time


class Plan(Frozen):
    """Who works for whom, how many hours in which month, what it is worth, and how sure we are."""

    pool_id: PoolIdField
    version: int = 0
    months: tuple[MonthField, ...]
    status: Status
    method: str  #: which solver, and which agreed
    assignments: tuple[Assignment, ...] = ()
    terms: Terms = Terms()
    score: int = 0
    bound: int | None = None  #: no plan scores more; none where no bound was found
    unmet: tuple[Unmet, ...] = ()
    why: tuple[Why, ...] = ()
    seconds: Annotated[float, Field(ge=0)] = 0.0

    @property
    def gap(self) -> float | None:
        """How much better a plan could be, as a fraction of the bound."""
        if self.bound is None:
            return None
        return max(0.0, (self.bound - self.score) / self.bound) if self.bound > 0 else 0.0

    @property
    def served(self) -> int:
        """Quarters over all assignments."""
        return sum(a.total for a in self.assignments)
