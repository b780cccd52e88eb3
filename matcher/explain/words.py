"""What the sentences are told about: the same facts for every language."""

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.problem import Line, ProblemTalent
from models.entities import Role
from models.ids import LineId, TalentId
from models.months import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A line with unmet hours, and what is nearest to serving it."""

    line: Line
    hours: int  #: quarters unmet
    nearest: ProblemTalent | None  #: the candidate who comes closest
    lacks: Mapping[Month, int]  #: what they lack
    pm_line: Line | None  #: the PM line of the request
    block: int = 0  #: least quarters in a month, where what is left is less than that


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A talent on a line, and who is next."""

    line: LineId
    talent: TalentId
    pinned: bool
    candidates: int
    next_best: TalentId | None
    loss: int  #: points lost if the next best took the line


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """One more talent, and what has to be there besides."""

    role: Role
    hours: Mapping[Month, int]
    missing_pm: bool
    pm_line: LineId | None  #: none where the request has no PM line
    people: int | None  #: the line has to allow so many
