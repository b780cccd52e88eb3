"""What the sentences are told about: the same facts for every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matcher.plan import Against, Terms, WhyNot
from matcher.problem import Line, ProblemTalent, Workdays
from models.entities import Form, Role
from models.ids import LineId, TalentId
from models.months import Month
from models.pool_settings import NeedPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A line with unmet hours, and what is nearest to serving it."""

    line: Line
    hours: int  #: quarters unmet
    nearest: ProblemTalent | None  #: the candidate who comes closest
    lacks: Mapping[Month, int]  #: what they lack
    travel: int = 0  #: quarters on the way, of what they would need in the months they lack
    pm_line: Line | None  #: the PM line of the request
    block: int = 0  #: least quarters in a month, where what is left is less than that
    ends: Month | None = None  #: when appointments end that could be renewed
    partly: bool = False  #: the months in which the candidates may work are too few
    prices: Mapping[Month, int] = field(default_factory=dict)  #: points an hour, by month
    running: tuple[Month, Workdays] | None = None  #: a month of the line that has begun
    has_some: bool = False  #: somebody serves part of it and stays; the others are spoken of


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A talent on a line, and who is next."""

    line: Line
    talent: TalentId
    pinned: bool
    candidates: int
    next_best: WhyNot | None
    beside: int  #: others who serve the line too
    busy: tuple[Against, ...]  #: what keeps the rest who meet the conditions away
    travel: int  #: quarters on the way to the line, of this talent

    @property
    def need(self) -> Mapping[NeedPart, int]:
        """What of the line's worth comes from need."""
        return self.line.need


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Somebody who does not serve the line, beside the talent who does."""

    choice: Choice
    talent: ProblemTalent
    finding: WhyNot
    fewer: int = 0  #: quarters they would give less than the talent on the line
    by_travel: bool = False  #: without the way it would be more
    less_fit: int = 0  #: points lost to the fit, quarter by quarter and person by person

    @property
    def lost(self) -> Terms:
        """The loss, term by term."""
        return self.finding.terms or Terms()

    @property
    def for_hours(self) -> int:
        """Points lost to fewer hours."""
        return self.lost.served + self.lost.coverage + self.lost.fit - self.less_fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A contract as it would have to be."""

    first: Month
    last: Month
    earlier: bool  #: it begins before it does now
    renewed: bool  #: an appointment that ends with its fiscal year goes on


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """One more talent, and what has to be there besides."""

    role: Role
    form: Form
    hours: Mapping[Month, int]
    missing_pm: bool
    pm_line: LineId | None  #: none where the request has no PM line
    people: int | None  #: the line has to allow so many
