"""What an amendment does to an entity, as data: single fields, members, hours and lines.

They say what somebody wants, not what comes of it: applied to another revision they leave
everything else there as it is.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from models.entities import Request, Talent
from models.errors import Mistake
from models.months import Month
from models.validation import mistake
from models.written_hours import quarters

E = TypeVar("E", Request, Talent)
Document = dict[str, Any]

#: Fields of hours by month, and fields that hold several members.
MONTHLY = frozenset({"hours", "capacity"})
MEMBERS = frozenset({"roles", "skills", "municipalities", "excluded", "vendors"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SetField:
    """A field gets another value, as it stands in JSON; of the entity, or of a demand line."""

    field: str
    value: Any
    line: int | None = None

    def apply(self, document: Document) -> None:
        _target(document, self.line)[self.field] = self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMembers:
    """A field gets more members (of skills: with their levels); those of the same name change."""

    field: str
    members: Any
    line: int | None = None

    def apply(self, document: Document) -> None:
        target = _target(document, self.line)
        standing = target[self.field]
        if isinstance(standing, dict):
            target[self.field] = standing | self.members
        else:
            more = [each for each in self.members if each not in standing]
            target[self.field] = [*standing, *more]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMembers:
    """A field loses members. Mistake where one is not there."""

    field: str
    members: tuple[str, ...]
    line: int | None = None

    def apply(self, document: Document) -> None:
        target = _target(document, self.line)
        standing = target[self.field]
        if strange := [each for each in self.members if each not in standing]:
            raise Mistake("member_unknown", field=self.field, member=strange[0])
        if isinstance(standing, dict):
            left = {each: level for each, level in standing.items() if each not in self.members}
            target[self.field] = left
        else:
            target[self.field] = [each for each in standing if each not in self.members]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetHours:
    """Months get these quarters; none removes the month. `line` None: of the only line."""

    months: tuple[Month, ...]
    quarters: int
    line: int | None = None

    def apply(self, document: Document) -> None:
        hours = _hours_of(document, self.line)
        for month in self.months:
            _put(hours, month, self.quarters)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddHours:
    """Months get more quarters than they have, or fewer. Mistake where they have not so many."""

    months: tuple[Month, ...]
    quarters: int
    line: int | None = None

    def apply(self, document: Document) -> None:
        hours = _hours_of(document, self.line)
        for month in self.months:
            before = quarters(hours.get(month, 0))
            if before + self.quarters < 0:
                raise Mistake("hours_too_few", month=month, has=before, less=-self.quarters)
            _put(hours, month, before + self.quarters)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLine:
    """One more demand line, under a number that no line of the request has ever had."""

    line: Document  #: without its number; hours in quarters

    def apply(self, document: Document) -> None:
        numbers = [*(each["line"] for each in document["lines"]), *map(int, document["retired"])]
        made = {**self.line, "line": max(numbers, default=0) + 1}
        made["hours"] = {month: amount / 4 for month, amount in made["hours"].items()}
        document["lines"].append(made)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreLine:
    """A line that was removed, as it was in JSON and under its own number."""

    number: int
    line: Document

    def apply(self, document: Document) -> None:
        lines: list[Document] = document["lines"]
        if any(each["line"] == self.number for each in lines):
            raise Mistake("line_there_already", line=self.number)
        at = next((at for at, each in enumerate(lines) if each["line"] > self.number), len(lines))
        lines.insert(at, dict(self.line))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLine:
    """A request without one of its lines."""

    number: int

    def apply(self, document: Document) -> None:
        document["lines"].remove(_target(document, self.number))
        document["retired"][str(self.number)] = ""


Edit = (
    SetField | AddMembers | RemoveMembers | SetHours | AddHours | AddLine | RestoreLine | RemoveLine
)


def edited(entity: E, edits: Iterable[Edit]) -> E:
    """The entity with the edits, of the same revision. Mistake where it is not valid."""
    document: Document = entity.model_dump(mode="json")
    kept = dict(document.get("retired", {}))
    for edit in edits:
        edit.apply(document)
    if "retired" in document:
        # Only for the edits among themselves: whoever states the request keeps the numbers.
        document["retired"] = kept
    try:
        return type(entity).model_validate_json(json.dumps(document))
    except ValidationError as error:
        id_ = entity.request_id if isinstance(entity, Request) else entity.talent_id
        raise mistake(error, id_) from None


def _target(document: Document, number: int | None) -> Document:
    """The entity, or one of its lines."""
    if number is None:
        return document
    lines: list[Document] = document.get("lines", [])
    for each in lines:
        if each["line"] == number:
            return each
    raise Mistake("line_unknown", line=number, lines=tuple(each["line"] for each in lines))


def _hours_of(document: Document, number: int | None) -> Document:
    hours: Document
    if "capacity" in document:
        if number is not None:
            raise Mistake("talent_has_no_lines")
        hours = document["capacity"]
        return hours
    lines = document["lines"]
    if number is None and len(lines) > 1:
        raise Mistake("which_line", count=len(lines), first=lines[0]["line"])
    hours = (lines[0] if number is None else _target(document, number))["hours"]
    return hours


def _put(hours: Document, month: Month, amount: int) -> None:
    hours.pop(month, None)
    if amount:
        hours[month] = amount / 4
