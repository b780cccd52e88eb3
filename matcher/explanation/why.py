"""Why this person serves a line, and why not another: as facts."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from matcher.explanation.terms import Terms
from matcher.explanation.worded import Worded
from models.entities import Form, Level, Nature, Percent, Skill
from models.hours import TotalQuarters
from models.ids import LineIdField, TalentIdField
from models.months import MonthField
from models.pool_settings import NeedPart


class Against(StrEnum):
    """Why somebody else does not serve a line."""

    CONDITION = "condition"  #: does not meet a condition of the line
    APART = "apart"  #: agreed by hand: not this pair
    MONTHS = "months"  #: may work in too few of the months asked
    FULL = "full"  #: has too few free hours for the least that helps
    PLACES = "places"  #: serves as many municipalities as they may
    EXCLUSIVE = "exclusive"  #: an exclusive line, this one or another, keeps them away
    COSTS = "costs"  #: could serve it, for fewer points
    EQUAL = "equal"  #: could serve it, for the same points
    BETTER = "better"  #: would score more on this line alone


class WhyNot(Worded):
    """Why somebody else does not serve the line in this person's place, the rest as it is."""

    talent_id: TalentIdField
    kind: Against
    rules: tuple[str, ...] = ()  #: the conditions that fail
    months: tuple[MonthField, ...] = ()  #: in which they are full, at their limit or kept away;
    #: for `months` those in which they may work
    reach: TotalQuarters | None = None  #: the most they could give
    needs: TotalQuarters | None = None  #: the least that helps
    travel: TotalQuarters = 0  #: of the hours they would spend there, those on the way
    #: Points lost if they took it. For somebody busy: with `displaced` left to nobody.
    loss: int | None = None
    terms: Terms | None = None  #: that loss, term by term; what is gained is below 0
    displaced: LineIdField | None = None  #: the line they would leave, at the least loss
    fewer: int = 0  #: quarters that they would give less than the talent on the line
    by_travel: bool = False  #: without the way they would give more
    less_fit: int = 0  #: points lost to the fit, quarter by quarter and person by person
    skills: dict[Skill, Level] = {}  #: that are asked and that they lack
    form: Form | None = None  #: theirs, where it or the contract is in the way
    nature: Nature | None = None  #: of the work that their form may not do
    first: MonthField | None = None  #: of their contract, where that is in the way
    last: MonthField | None = None  #: of their contract
    at_once: int | None = None  #: municipalities that they may serve in a month, all taken
    exclusive: bool = False  #: it is this line that wants its people to itself


class Why(Worded):
    """Why this person serves this line, and who is next."""

    line_id: LineIdField
    talent_id: TalentIdField
    pinned: bool = False  #: by hand or by agreement; nobody is next
    places: int = 1  #: municipalities that ask together
    travel: TotalQuarters = 0  #: on the way to the line
    points: int  #: score lost without this assignment, the rest left as it is
    candidates: int  #: eligible talents, this one included
    next_best: TalentIdField | None = None
    next_best_loss: int | None = None  #: points lost if the next best took it
    #: The nearest others. A plan keeps the first few; `explain.why_not` tells them all.
    why_not: tuple[WhyNot, ...] = ()
    others: Annotated[int, Field(ge=0)] = 0  #: who hold the role and are not on the line
    beside: int = 0  #: eligible others who serve the line too
    busy: tuple[Against, ...] = ()  #: what keeps the rest away who meet the conditions
    need: dict[NeedPart, Percent] = {}  #: percent that each part adds to the worth of an hour
