"""A plan as somebody has seen it."""

from dataclasses import dataclass
from datetime import datetime

from matcher.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLook:
    """The plan without its reasons, and what nobody covered then."""

    plan: Plan
    looked: datetime
    unmet: int  #: quarters
