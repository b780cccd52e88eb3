"""Pins that contradict a rule, where no plan exists: as facts."""

from enum import StrEnum

from matcher.explanation.unmet import Held
from models.frozen import Frozen
from models.hours import TotalQuarters
from models.ids import LineIdField, TalentIdField
from models.months import MonthField


class PinLimit(StrEnum):
    """The rule that pins break."""

    CAPACITY = "capacity"  #: a talent has fewer hours in the month
    DEMAND = "demand"  #: a line asks for fewer hours in the month


class Contradiction(Frozen):
    """Pins that cannot stand together: without any one of them this rule would hold."""

    rule: PinLimit
    talent_id: TalentIdField | None = None  #: whose hours
    line_id: LineIdField | None = None  #: which line asks
    month: MonthField
    pinned: TotalQuarters  #: by these pins, the way and other overhead included
    most: TotalQuarters  #: that there is
    pins: tuple[Held, ...]
