"""What the plan would be if: scenarios beside the live plan. Nothing here writes anything.

Here are the scenarios as values; what plans them is loaded from its own modules.
"""

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

__all__ = [
    "Add",
    "Change",
    "Drop",
    "KeptScenario",
    "Leave",
    "MoreHours",
    "OtherRequest",
    "OtherSettings",
    "OtherTalent",
    "People",
    "Scenario",
    "SetWeights",
    "Vacant",
    "Waive",
]
