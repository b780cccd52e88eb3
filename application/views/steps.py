"""What is to be done to make a change real: one small value each, said or done by a door."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.entities import Form, Role
from models.ids import LineId, MatchId, PoolId, RequestId, TalentId
from models.months import Month, plus

#: A value that a field gets: a number, a code, yes or no, a month, or several.
Value = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PinMatch:
    """What was planned is kept as it is."""

    pool_id: PoolId
    match_id: MatchId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeMatch:
    """What was ended from a month on goes on."""

    pool_id: PoolId
    match_id: MatchId


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftDecline:
    """A pair may be offered again."""

    pool_id: PoolId
    line_id: LineId
    talent_id: TalentId


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRequest:
    """Fields of a request, or of its lines (`2.people`)."""

    pool_id: PoolId
    request_id: RequestId
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTalent:
    """Fields of a talent; what some of them get besides or lose; hours that come or go by month."""

    pool_id: PoolId
    talent_id: TalentId
    fields: Mapping[str, Value] = field(default_factory=dict)
    besides: Mapping[str, Value] = field(default_factory=dict)
    without: Mapping[str, Value] = field(default_factory=dict)
    more_hours: Mapping[Month, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTalent:
    """Somebody who is not there yet; nobody has a name."""

    pool_id: PoolId
    role: Role
    hours: Mapping[Month, int]
    talent_id: TalentId | None = None
    form: Form | None = None
    skills: Mapping[str, int] = field(default_factory=dict)
    first: Month
    last: Month
    trained_from: Month | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSettings:
    """Settings of the pool, or weights of its points."""

    pool_id: PoolId
    fields: Mapping[str, Value] = field(default_factory=dict)
    weights: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawRequest:
    """A request is no longer wanted."""

    pool_id: PoolId
    request_id: RequestId


Step = (
    PinMatch
    | ResumeMatch
    | LiftDecline
    | ChangeRequest
    | ChangeTalent
    | AddTalent
    | ChangeSettings
    | WithdrawRequest
)


def spans(hours: Mapping[Month, int]) -> list[tuple[Month, Month, int]]:
    """Months in a row with the same hours as one: first, last, hours of each."""
    found: list[tuple[Month, Month, int]] = []
    for month in sorted(month for month, amount in hours.items() if amount):
        if found and plus(found[-1][1], 1) == month and found[-1][2] == hours[month]:
            found[-1] = (found[-1][0], month, hours[month])
        else:
            found.append((month, month, hours[month]))
    return found
