"""The solver's full answer for a pool at one version."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from matcher.problem import Assignment, Hours
from models.entities import Form, Nature, Percent, Role
from models.frozen import Frozen
from models.hours import TotalQuarters
from models.ids import LineIdField, PoolIdField, RequestIdField, TalentIdField
from models.months import MonthField
from models.pool_settings import NeedPart


class Status(StrEnum):
    """Which kind of answer a plan is."""

    OPTIMAL = "optimal"  #: proved, and an independent bound agrees: no better plan exists
    FEASIBLE = "feasible"  #: a valid plan; `bound` says how much better one could be
    INFEASIBLE = "infeasible"  #: proved: the hard rules contradict each other
    UNKNOWN = "unknown"  #: no method gave a valid plan in time


class Terms(Frozen):
    """The objective, term by term, in points. Their sum is the score."""

    served: int = 0
    coverage: int = 0
    stability: int = 0
    fit: int = 0
    producer: int = 0
    balance: int = 0  #: never above 0: a cost

    @property
    def score(self) -> int:
        return (
            self.served + self.coverage + self.stability + self.fit + self.producer + self.balance
        )


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
    NO_PM = "no_pm"  #: the PM line of the request is not served
    PEOPLE_LIMIT = "people_limit"  #: one person cannot give all, and no more may share
    NOT_WORTH = "not_worth"  #: it could be served, but another use of the hours scores higher
    UNEXPLAINED = "unexplained"  #: looking for the cause failed, and the log says where


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


class Enough(Frozen):
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
    line_id: LineIdField | None = None  #: the PM line, the line no longer exclusive
    form: Form | None = None  #: that may then do work of this nature; of the talent to hire
    nature: Nature | None = None
    first: MonthField | None = None  #: of the contract, or by which the training is recorded
    last: MonthField | None = None  #: of the contract
    at_once: int | None = None  #: municipalities that the talent may then serve in a month
    excluded: tuple[str, ...] = ()  #: municipalities whose exclusion would be lifted
    natures: tuple[Nature, ...] = ()  #: all that the form may then do
    held: tuple[Held, ...] = ()  #: the condition: pinned first, or the planner moves them
    #: The condition: the people's new hours are kept for the line; the planner would rather use
    #: them elsewhere.
    if_kept: bool = False
    covers: TotalQuarters  #: hours of the line that are then served
    text_ja: str = ""
    text_en: str = ""


class Unmet(Frozen):
    """Hours of a line that nobody covers."""

    line_id: LineIdField
    request_id: RequestIdField
    line: int
    role: Role
    hours: TotalQuarters
    by_month: Hours
    cause: Cause
    causes: tuple[Cause, ...] = ()  #: the chain, from the first to the last
    funnel: tuple[Funnel, ...] = ()
    enough: tuple[Enough, ...] = ()  #: the smallest first; none where no single change is enough
    #: Points that an hour here would cost at least, taken from one other line; months that bind.
    prices: dict[MonthField, int] = {}
    need: dict[NeedPart, Percent] = {}  #: percent that each part adds to the worth of an hour
    text_ja: str = ""
    text_en: str = ""


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


class WhyNot(Frozen):
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
    text_ja: str = ""
    text_en: str = ""


class Why(Frozen):
    """Why this person serves this line, and who is next."""

    line_id: LineIdField
    talent_id: TalentIdField
    points: int  #: score lost without this assignment, the rest left as it is
    candidates: int  #: eligible talents, this one included
    next_best: TalentIdField | None = None
    next_best_loss: int | None = None  #: points lost if the next best took it
    #: The nearest others. A plan keeps the first few; `explain.why_not` tells them all.
    why_not: tuple[WhyNot, ...] = ()
    others: Annotated[int, Field(ge=0)] = 0  #: who hold the role and are not on the line
    need: dict[NeedPart, Percent] = {}  #: percent that each part adds to the worth of an hour
    text_ja: str = ""
    text_en: str = ""


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
