"""What the plan would be if: scenarios beside the live plan. Nothing here writes anything."""

from matcher.whatif.apply import applied, apply
from matcher.whatif.compare import MOST, Comparison, Outcome, compare
from matcher.whatif.kept_scenario import KeptScenario
from matcher.whatif.scenario import (
    Add,
    Change,
    Drop,
    Leave,
    MoreHours,
    OtherRequest,
    OtherSettings,
    OtherTalent,
    People,
    Scenario,
    SetWeights,
    Vacant,
    Waive,
)
from matcher.whatif.vacant import skills_of

__all__ = [
    "MOST",
    "Add",
    "Change",
    "Comparison",
    "Drop",
    "KeptScenario",
    "Leave",
    "MoreHours",
    "OtherRequest",
    "OtherSettings",
    "OtherTalent",
    "Outcome",
    "People",
    "Scenario",
    "SetWeights",
    "Vacant",
    "Waive",
    "applied",
    "apply",
    "compare",
    "skills_of",
]
