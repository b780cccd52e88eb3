"""One moment of a pool, ready to solve: nothing left to look up, convert or repair.

A problem and a plan are also files: JSON with the schemas in docs/schemas, complete in themselves.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from models.codes import CorporateNumber, MunicipalityCode
from models.entities import Form, Level, Nature, Percent, Role, Skill, last_month
from models.frozen import Frozen
from models.hours import Quarters
from models.ids import LineId, LineIdField, PoolIdField, RequestIdField, TalentId, TalentIdField
from models.months import Month, MonthField, plus
from models.pool_settings import NeedPart, Weights
from models.unfit import Unfit
from models.worth import MOST as MOST_WORTH

Code = Annotated[MunicipalityCode, StringConstraints(pattern=r"^[0-9]{6}$")]
Corporate = Annotated[CorporateNumber, StringConstraints(pattern=r"^[1-9][0-9]{12}$")]
Hours = dict[MonthField, Quarters]


def _in_order(codes: tuple[MunicipalityCode, ...]) -> tuple[MunicipalityCode, ...]:
    """Each once, sorted: a joint request is one place, in whatever order it names them."""
    return tuple(sorted(set(codes)))


#: A talent on a line, by their ids.
PairId = tuple[LineId, TalentId]


class Line(Frozen):
    """A demand line with everything the solver asks of it."""

    line_id: LineIdField
    request_id: RequestIdField
    municipalities: Annotated[tuple[Code, ...], Field(min_length=1), AfterValidator(_in_order)]
    role: Role
    nature: Nature = Nature.CONTINUOUS
    skills: dict[Skill, Level] = {}
    hours: Annotated[Hours, Field(min_length=1)]
    people: Annotated[int, Field(ge=1)] = 1
    minimum_percent: Percent = 50
    value: Annotated[int, Field(ge=0, le=MOST_WORTH)] = 100  #: points per quarter served
    needs_pm: bool = True  #: an engineer line without a PM of the municipality's own
    exclusive: bool = False  #: 専任: who works on it in a month works on nothing else in it
    vendors: tuple[Corporate, ...] = ()  #: their people do not serve the line
    need: dict[NeedPart, Percent] = {}  #: what of the value comes from need; for people to see

    @property
    def asked(self) -> int:
        """Quarters over all months."""
        return sum(self.hours.values())

    @property
    def minimum(self) -> int:
        """Least quarters of a line that is started: its fraction of the hours, rounded up."""
        return -(-self.asked * self.minimum_percent // 100)


class ProblemTalent(Frozen):
    """A talent with everything the solver asks of it."""

    talent_id: TalentIdField
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    skills: dict[Skill, Level] = {}
    form: Form = Form.FULL_TIME
    contract_from: MonthField
    contract_until: MonthField
    capacity: Hours  #: quarters in each month, before overhead
    overhead: Quarters = 0
    municipalities_at_once: Annotated[int, Field(ge=1)] = 4
    excluded: tuple[Code, ...] = ()
    renewed_until: MonthField | None = None  #: a fiscal-year appointment goes on so long
    employer: Corporate | None = None
    trained_from: MonthField | None = None  #: first month of a placement; none: not trained

    @property
    def last_month(self) -> Month:
        """The last month under contract."""
        return last_month(self)


class Assignment(Frozen):
    """Somebody works on a line: quarters in each month, no zeros."""

    line_id: LineIdField
    talent_id: TalentIdField
    hours: Annotated[Hours, Field(min_length=1)]

    @property
    def pair(self) -> PairId:
        return self.line_id, self.talent_id

    @property
    def total(self) -> int:
        """Quarters over all months."""
        return sum(self.hours.values())


class Bar(Frozen):
    """This pair is not offered: in the months named, or at all where none is."""

    line_id: LineIdField
    talent_id: TalentIdField
    months: tuple[MonthField, ...] = ()


class PairTerms(Frozen):
    """What a talent on a line costs and earns besides the hours."""

    line_id: LineIdField
    talent_id: TalentIdField
    overhead: Hours = {}  #: quarters of the talent used up by a month of work there, e.g. travel
    points: Annotated[int, Field(ge=-100_000_000, le=100_000_000)] = 0  #: of the assignment


class Previous(Assignment):
    """What stood in the last plan; `seen` where people have been shown it."""

    seen: bool = False


class Workdays(Frozen):
    """Working days of the first month, where it has begun: how many are left, of how many."""

    left: Annotated[int, Field(ge=0, le=31)]
    of: Annotated[int, Field(ge=1, le=31)]

    def share(self, quarters: int) -> int:
        """The share of a month's quarters that the days left can hold, in whole quarters."""
        return quarters * self.left // self.of

    def stated(self, quarters: int) -> int:
        """Quarters of the whole month of which so many fall to the days left; some are."""
        return -(-quarters * self.of // self.left)


class Problem(Frozen):
    """One pool, one horizon. A Problem that exists is valid."""

    pool_id: PoolIdField
    version: Annotated[int, Field(ge=0)] = 0
    months: Annotated[tuple[MonthField, ...], Field(min_length=1, max_length=24)]
    workdays: Workdays | None = None  #: hours of the first month are for so many of its days
    block: Quarters = 16
    weights: Weights = Weights()
    natures: dict[Form, tuple[Nature, ...]] = {}  #: what a form may do; not named: everything
    training_required: bool = False
    talents: tuple[ProblemTalent, ...] = ()
    lines: tuple[Line, ...] = ()
    pairs: tuple[PairTerms, ...] = ()  #: those with overhead or points of their own
    bars: tuple[Bar, ...] = ()
    pins: tuple[Assignment, ...] = ()  #: 固定: exactly these hours, whatever else happens
    previous: tuple[Previous, ...] = ()

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        talents: list[str] = [t.talent_id for t in self.talents]
        lines: list[str] = [line.line_id for line in self.lines]
        for code, ids in (
            ("problem_talent_twice", Counter(talents)),
            ("problem_line_twice", Counter(lines)),
        ):
            if repeated := [i for i, times in ids.items() if times > 1]:
                raise Unfit(code, id=min(repeated))
        for at, month in enumerate(self.months):
            if month != plus(self.months[0], at):
                raise Unfit("problem_months", month=month)
        known_lines, known_talents, known_months = set(lines), set(talents), set(self.months)
        named: dict[str, Sequence[PairTerms | Bar | Assignment]] = {
            "pairs": self.pairs,
            "bars": self.bars,
            "pins": self.pins,
            "previous": self.previous,
        }
        for name, some in named.items():
            for pair in some:
                if pair.line_id not in known_lines:
                    raise Unfit("problem_no_line", part=name, line_id=pair.line_id)
                if pair.talent_id not in known_talents:
                    raise Unfit("problem_no_talent", part=name, talent_id=pair.talent_id)
        for line in self.lines:
            if not line.line_id.startswith(f"{line.request_id}/"):
                raise Unfit(
                    "problem_line_of_request", line_id=line.line_id, request_id=line.request_id
                )
            if strange := set(line.hours) - known_months:
                raise Unfit("problem_month_outside", part=line.line_id, month=min(strange))
        for name in ("pairs", "pins", "previous"):
            if len({(p.line_id, p.talent_id) for p in named[name]}) != len(named[name]):
                raise Unfit("problem_pair_twice", part=name)
        for name, months in (
            *(("pairs", pair.overhead) for pair in self.pairs),
            *(("pins", pin.hours) for pin in self.pins),
        ):
            if strange := months.keys() - known_months:
                raise Unfit("problem_month_outside", part=name, month=min(strange))
        return self
