"""Scenarios as values: what would be different. As JSON, hours are decimals, as everywhere."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, ValidationInfo, WithJsonSchema

from models.entities import Form, Level, Request, Role, Skill, Talent
from models.frozen import Frozen
from models.hours import MOST_IN_A_MONTH, Quarters, hours_number
from models.ids import LineIdField, RequestIdField, TalentIdField
from models.months import MonthField
from models.pool_settings import Points, PoolSettings
from models.text import ONE_LINE
from models.written_hours import quarters


def _from_outside(value: Any, info: ValidationInfo) -> Any:
    return quarters(value) if info.mode == "json" else value


#: More or fewer hours. In Python: int, quarters of an hour. In JSON: a number of hours.
Difference = Annotated[
    int,
    BeforeValidator(_from_outside),
    Field(ge=-MOST_IN_A_MONTH, le=MOST_IN_A_MONTH, strict=True),
    PlainSerializer(hours_number, when_used="json"),
    WithJsonSchema({"type": "number", "multipleOf": 0.25, "description": "Hours."}),
]
Months = tuple[MonthField, ...]


class MoreHours(Frozen):
    """A talent has more hours in each of these months, or fewer where negative."""

    kind: Literal["hours"] = "hours"
    talent_id: TalentIdField
    hours: Difference
    months: Months = ()  #: none: every month of the plan that the contract covers


class Vacant(Frozen):
    """A post to be filled: one more talent, who is nobody yet."""

    kind: Literal["vacant"] = "vacant"
    role: Role
    hours: Annotated[Quarters, Field(le=MOST_IN_A_MONTH)]  #: in each month
    months: Months = ()  #: none: every month of the plan
    #: none: all that the open requests ask of the role, since one hires for what is asked
    skills: dict[Skill, Level] | None = None
    form: Form = Form.FULL_TIME


class SetWeights(Frozen):
    """Other weights; those not named stay."""

    kind: Literal["weights"] = "weights"
    weights: Annotated[dict[str, Points], Field(min_length=1)]


class Waive(Frozen):
    """A talent may serve a request although an exclusion, decline or lack of training forbids it.

    With `line`, declines are forgotten for that line alone. An exclusion is of a municipality: it
    is forgotten for all lines there, and a waived training for all requests.
    """

    kind: Literal["waive"] = "waive"
    talent_id: TalentIdField
    request_id: RequestIdField
    line: Annotated[int, Field(ge=1, le=999)] | None = None


class People(Frozen):
    """So many people may share a line."""

    kind: Literal["people"] = "people"
    line_id: LineIdField
    people: Annotated[int, Field(ge=1, le=20)]


class Add(Frozen):
    """One more request."""

    kind: Literal["add"] = "add"
    request: Request


class Drop(Frozen):
    """One request fewer."""

    kind: Literal["drop"] = "drop"
    request_id: RequestIdField


class Leave(Frozen):
    """One talent fewer."""

    kind: Literal["leave"] = "leave"
    talent_id: TalentIdField


class OtherTalent(Frozen):
    """A talent as they would be, made from their revision; an id that nobody has: one more."""

    kind: Literal["talent"] = "talent"
    talent: Talent


class OtherRequest(Frozen):
    """A request as it would be, made from its revision."""

    kind: Literal["request"] = "request"
    request: Request


class OtherSettings(Frozen):
    """The pool's settings as they would be."""

    kind: Literal["settings"] = "settings"
    settings: PoolSettings


Change = Annotated[
    MoreHours
    | Vacant
    | SetWeights
    | Waive
    | People
    | Add
    | Drop
    | Leave
    | OtherTalent
    | OtherRequest
    | OtherSettings,
    Field(discriminator="kind"),
]


class Scenario(Frozen):
    """Changes that come together, under one name; without changes, the pool as it is."""

    name: Annotated[str, Field(min_length=1, max_length=200), *ONE_LINE]
    changes: tuple[Change, ...] = ()
