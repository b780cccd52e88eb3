"""What requests and talents are. Revisions order them; nothing here names a person."""

from enum import StrEnum
from typing import Annotated, Protocol, Self

from pydantic import Field, StringConstraints, model_validator

from models.codes import CodeField, CorporateNumberField
from models.frozen import Frozen
from models.hours import Quarters
from models.ids import LineId, PoolIdField, RequestIdField, TalentIdField, line_id
from models.months import Month, MonthField, year_end
from models.text import LINES, ONE_LINE
from models.unfit import Unfit


class Role(StrEnum):
    """役割: a chain; the producer instructs the PM, the PM the engineer."""

    PRODUCER = "producer"
    PM = "pm"
    ENGINEER = "engineer"  #: engineer and service designer


class Nature(StrEnum):
    """業務の性質: which kind of work a request is."""

    CONTINUOUS = "continuous"  #: hands-on, beside the staff
    PROJECT = "project"  #: one-off
    ADVICE = "advice"


class Form(StrEnum):
    """雇用形態: how the pool employs a talent."""

    FULL_TIME = "full_time"  #: 常勤職員
    FIXED_TERM = "fixed_term"  #: 任期付職員
    FISCAL_YEAR = "fiscal_year"  #: 会計年度任用職員
    PART_TIME = "part_time"  #: 非常勤職員
    SECONDMENT = "secondment"  #: 出向
    SIDE_JOB = "side_job"  #: 副業人材
    CONTRACT = "contract"  #: 委託


class TrainingWaiver(StrEnum):
    """研修免除の理由: why somebody is placed without the training."""

    FORMER_OFFICIAL = "former_official"  #: 自治体OB/OG: knows administration from within
    DONE_ELSEWHERE = "done_elsewhere"
    URGENT = "urgent"


class RequestStatus(StrEnum):
    OPEN = "open"
    WITHDRAWN = "withdrawn"


class TalentStatus(StrEnum):
    ACTIVE = "active"
    LEFT = "left"


Level = Annotated[int, Field(ge=1, le=5)]
Skill = Annotated[str, StringConstraints(min_length=1, max_length=40), *ONE_LINE]
Percent = Annotated[int, Field(ge=0, le=100)]
LineNumber = Annotated[int, Field(ge=1, le=999)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Revision = Annotated[int, Field(ge=1, le=2**31 - 1)]
Title = Annotated[str, StringConstraints(min_length=1, max_length=200), *ONE_LINE]
#: A section or a company, never a person.
Section = Annotated[str, StringConstraints(max_length=80), *ONE_LINE]
Theme = Annotated[str, StringConstraints(max_length=80), *ONE_LINE]


class DemandLine(Frozen):
    """要請枠: one role of one request, and its hours in each month asked."""

    line: LineNumber
    role: Role
    hours: Annotated[dict[MonthField, Quarters], Field(min_length=1, max_length=36)]
    skills: dict[Skill, Level] = {}
    people: Annotated[int, Field(ge=1, le=20)] = 1  #: at most so many share the line
    minimum_percent: Percent = 50  #: of the line's hours; below it the line is not started
    on_site_percent: Percent = 0
    exclusive: bool = False  #: 専任: who works on it in a month works on nothing else in it

    @model_validator(mode="after")
    def _asks_for_something(self) -> Self:
        if not any(self.hours.values()):
            raise Unfit("line_without_hours", line=self.line)
        return self


class Request(Frozen):
    """支援要請: what one or several municipalities ask for. Carries its whole state."""

    pool_id: PoolIdField
    request_id: RequestIdField
    revision: Revision = 1
    status: RequestStatus = RequestStatus.OPEN
    title: Title
    theme: Theme = ""
    nature: Nature = Nature.CONTINUOUS
    municipalities: Annotated[tuple[CodeField, ...], Field(min_length=1, max_length=100)]
    urgency: Annotated[int, Field(ge=1, le=3)] = 1  #: 1 normal, 2 soon, 3 pressing
    pm_in_place: bool = False  #: the municipality has a PM of its own
    #: vendors and bidders concerned: their people do not serve the request
    vendors: Annotated[tuple[CorporateNumberField, ...], Field(max_length=50)] = ()
    owner: Section = ""  #: 業務の担当課: whose work it changes
    operator: Section = ""  #: 稼働後の運用: who keeps it running afterwards
    lines: Annotated[tuple[DemandLine, ...], Field(min_length=1, max_length=50)]
    sample: bool = False  #: 見本: roles, hours and months are made up
    #: numbers of lines that were removed, each with a digest of what it asked
    retired: Annotated[dict[LineNumber, Digest], Field(max_length=999)] = {}

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        numbers = [line.line for line in self.lines]
        if len(numbers) != len(set(numbers)):
            raise Unfit("line_numbers_repeat", lines=tuple(numbers))
        if len(self.municipalities) != len(set(self.municipalities)):
            raise Unfit("municipality_twice")
        if strangers := [c for c in self.municipalities if c[:2] != self.pool_id]:
            raise Unfit("municipality_of_other_pool", code=strangers[0], pool=self.pool_id)
        return self

    def line_id(self, line: int) -> LineId:
        """The id of one of this request's lines."""
        return line_id(self.request_id, line)


class Talent(Frozen):
    """デジタル人材: what matching needs to know of a person, and no more."""

    pool_id: PoolIdField
    talent_id: TalentIdField
    revision: Revision = 1
    status: TalentStatus = TalentStatus.ACTIVE
    roles: Annotated[tuple[Role, ...], Field(min_length=1, max_length=3)]
    skills: dict[Skill, Level] = {}
    form: Form = Form.FULL_TIME
    contract_from: MonthField
    contract_until: MonthField
    capacity: Annotated[dict[MonthField, Quarters], Field(max_length=36)]  #: per month
    overhead: Quarters = 0  #: per month: study meeting, training, own office
    municipalities_at_once: Annotated[int, Field(ge=1, le=100)] = 4
    base: CodeField | None = None
    remote: bool = True
    excluded: tuple[CodeField, ...] = ()  #: serves none of these
    renewed_until: MonthField | None = None  #: 再任用: a fiscal-year appointment goes on so long
    employer: CorporateNumberField | None = None  #: besides the pool: conflicts of interest
    trained_from: MonthField | None = None  #: 研修修了: first month of a placement
    training_waiver: TrainingWaiver | None = None  #: placed without the training, and why
    sample: bool = False  #: 見本: a fictitious person

    @model_validator(mode="after")
    def _contract_has_a_length(self) -> Self:
        if self.contract_until < self.contract_from:
            raise Unfit("contract_ends_first", first=self.contract_from, last=self.contract_until)
        if len(self.roles) != len(set(self.roles)):
            raise Unfit("role_twice")
        return self

    def free(self, month: Month) -> int:
        """Quarters left for municipalities in a month: capacity less overhead, in contract."""
        if not self.contract_from <= month <= self.last_month:
            return 0
        return max(0, self.capacity.get(month, 0) - self.overhead)

    @property
    def last_month(self) -> Month:
        """The last month under contract."""
        return last_month(self)


class Contract(Protocol):
    """A form of employment and its months."""

    @property
    def form(self) -> Form: ...
    @property
    def contract_from(self) -> Month: ...
    @property
    def contract_until(self) -> Month: ...
    @property
    def renewed_until(self) -> Month | None: ...


def last_month(of: Contract) -> Month:
    """The last month of a contract: a fiscal-year appointment ends with its fiscal year.

    It goes on only as far as it has been renewed (地方公務員法第22条の2第2項).
    """
    if of.form is not Form.FISCAL_YEAR:
        return of.contract_until
    end = year_end(of.contract_from)
    return min(of.contract_until, max(end, of.renewed_until or end))


class Person(Frozen):
    """Who a talent is. Lives in the store's people table only: never on a topic or in a log."""

    pool_id: PoolIdField
    talent_id: TalentIdField
    name: Annotated[str, StringConstraints(min_length=1, max_length=80), *ONE_LINE]
    mail: Annotated[str, StringConstraints(max_length=120), *ONE_LINE] = ""
    note: Annotated[str, StringConstraints(max_length=400), *LINES] = ""
