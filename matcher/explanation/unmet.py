"""Why a line stays unmet, and what would be enough: as facts."""

from enum import StrEnum

from matcher.explanation.worded import Worded
from matcher.problem import Code, Hours
from models.entities import Form, Level, Nature, Percent, Role, Skill
from models.frozen import Frozen
from models.hours import TotalQuarters
from models.ids import LineIdField, RequestIdField, TalentIdField
from models.months import MonthField
from models.pool_settings import NeedPart


class Cause(StrEnum):
    """Why a line stays unmet: the first thing that would have to give."""

    NO_ROLE = "no_role"  #: nobody in the pool holds the role
    NO_SKILL = "no_skill"  #: nobody who holds the role has the skills and levels
    NO_NATURE = "no_nature"  #: their employment form may not do work of this nature
    NO_CONTRACT = "no_contract"  #: those are not under contract in the months asked
    NO_TRAINING = "no_training"  #: those have neither the training nor a waiver in time
    CONFLICT = "conflict"  #: those are employed by a vendor concerned
    EXCLUDED = "excluded"  #: those are excluded at the municipality
    DECLINED = "declined"  #: those declined, or were declined
    HOURS_FULL = "hours_full"  #: those have too few free hours
    TOO_MANY_PLACES = "too_many_places"  #: those serve as many municipalities as they may
    EXCLUSIVE = "exclusive"  #: an exclusive line, this one or another, keeps those away
    OTHER_RULE = "other_rule"  #: those are kept away by a rule that the funnel names
    NO_PM = "no_pm"  #: the PM line of the request is not served
    PEOPLE_LIMIT = "people_limit"  #: one person cannot give all, and no more may share
    NOT_WORTH = "not_worth"  #: it could be served, but another use of the hours scores higher
    UNEXPLAINED = "unexplained"  #: looking for the cause failed, and the log says where


#: The cause that belongs to each rule of the funnel; of others the rule itself is named.
CAUSES = {
    "role": Cause.NO_ROLE,
    "skill": Cause.NO_SKILL,
    "nature": Cause.NO_NATURE,
    "contract": Cause.NO_CONTRACT,
    "training": Cause.NO_TRAINING,
    "excluded": Cause.EXCLUDED,
    "conflict": Cause.CONFLICT,
    "declined": Cause.DECLINED,
    "hours": Cause.HOURS_FULL,
    "places": Cause.TOO_MANY_PLACES,
    "exclusive": Cause.EXCLUSIVE,
}


class Funnel(Frozen):
    """How many talents are left after each rule, in order, and who falls out only there."""

    rule: str
    left: int
    lost: int
    only_here: tuple[TalentIdField, ...] = ()  #: would be eligible but for this rule


class Held(Frozen):
    """What somebody does now, to be pinned before a change, so that it moves nothing else."""

    line_id: LineIdField
    talent_id: TalentIdField


class Enough(Worded):
    """A change that would cover the line, proved by planning the pool around it again with it.

    Not claimed to be the least.
    """

    #: hours | places | skill | people | exclusion | decline | contract | training | nature
    #: | exclusive | pm_line | talent
    kind: str
    talent_id: TalentIdField | None = None
    role: Role | None = None
    hours: Hours = {}  #: more capacity, by month
    skill: str | None = None
    level: int | None = None
    people: int | None = None
    talents: tuple[TalentIdField, ...] = ()  #: of `people`: who would then share the line
    missing_pm: bool = False  #: of `talent`: the PM has to be there first
    line_id: LineIdField | None = None  #: the PM line, the line no longer exclusive
    form: Form | None = None  #: that may then do work of this nature; of the talent to hire
    nature: Nature | None = None
    first: MonthField | None = None  #: of the contract, or by which the training is recorded
    last: MonthField | None = None  #: of the contract
    earlier: bool = False  #: the contract begins before it does now
    renewed: bool = False  #: an appointment that ends with its fiscal year goes on
    at_once: int | None = None  #: municipalities that the talent may then serve in a month
    excluded: tuple[str, ...] = ()  #: municipalities whose exclusion would be lifted
    natures: tuple[Nature, ...] = ()  #: all that the form may then do
    held: tuple[Held, ...] = ()  #: the condition: pinned first, or the planner moves them
    #: The condition: the people's new hours are kept for the line; the planner would rather use
    #: them elsewhere.
    if_kept: bool = False
    covers: TotalQuarters  #: hours of the line that are then served


class RunningMonth(Frozen):
    """A month that has begun: only the rest of it is planned."""

    month: MonthField
    left: int  #: working days
    of: int


class CauseFacts(Frozen):
    """What the causes of a line speak of: who is nearest, what they lack, what the line asks."""

    nearest: TalentIdField | None = None  #: the candidate who comes closest
    lacks: Hours = {}  #: hours that they lack, by month
    travel: TotalQuarters = 0  #: on the way, of what they would need in the months they lack
    at_once: int | None = None  #: municipalities that they may serve in a month, all taken
    has_some: bool = False  #: somebody serves a part of it and stays; the others are spoken of
    skills: dict[Skill, Level] = {}  #: that are asked and that nobody has
    nature: Nature | None = None  #: of the work that the candidates may not do
    ends: MonthField | None = None  #: when appointments end that could be renewed
    partly: bool = False  #: the months in which the candidates may work are too few
    exclusive: bool = False  #: the line wants its people to itself
    pm_line: LineIdField | None = None  #: of the request, not served
    people: int = 1  #: who may serve the line at most
    block: TotalQuarters = 0  #: least hours in a month, where what is left is less than that
    running: RunningMonth | None = None  #: the month that has begun, where hours of it are missing


class Unmet(Worded):
    """Hours of a line that nobody covers."""

    line_id: LineIdField
    request_id: RequestIdField
    line: int
    role: Role
    municipalities: tuple[Code, ...] = ()
    asked: TotalQuarters = 0  #: hours of the line, those that are covered too
    hours: TotalQuarters
    by_month: Hours
    cause: Cause
    causes: tuple[Cause, ...] = ()  #: the chain, from the first to the last
    facts: CauseFacts = CauseFacts()  #: what the causes speak of
    funnel: tuple[Funnel, ...] = ()
    enough: tuple[Enough, ...] = ()  #: the smallest first; none where no single change is enough
    #: Points that an hour here would cost at least, taken from one other line; months that bind.
    prices: dict[MonthField, int] = {}
    need: dict[NeedPart, Percent] = {}  #: percent that each part adds to the worth of an hour
