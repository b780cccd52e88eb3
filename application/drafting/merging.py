"""Two people have changed one request: what each of them did, and both together."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from models.changes import Change, changed
from models.drafts import TypedLine, TypedRequest
from models.entities import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A change of theirs, and what I changed in the same place."""

    name: str  #: of the choice in a form
    theirs: Change
    mine: tuple[Change, ...]


def meetings(base: Request, mine: Request, now: Request) -> tuple[Meeting, ...]:
    """Everything that others have changed since, each with what I changed there."""
    own = typed_changes(base, mine)
    return tuple(
        Meeting(
            name=f"take-{at}",
            theirs=each,
            mine=tuple(other for other in own if _meet(each, other)),
        )
        for at, each in enumerate(typed_changes(base, now))
    )


def typed_changes(before: Request, after: Request) -> list[Change]:
    """What differs of that which people state; numbers of removed lines keep themselves."""
    return [each for each in changed(before, after) if each.field != "retired"]


def _meet(one: Change, other: Change) -> bool:
    """Of the same field and month; a line that comes or goes meets all that is changed in it."""
    if one.line != other.line:
        return False
    if one.line is not None and (_whole_line(one) or _whole_line(other)):
        return True
    return (one.field, one.month) == (other.field, other.month)


def _whole_line(change: Change) -> bool:
    return change.field == "hours" and change.month is None


def taken_over(mine: TypedRequest, theirs: TypedRequest, some: Collection[Change]) -> TypedRequest:
    """What I typed, with theirs in the places of these changes."""
    content = mine
    for each in some:
        content = _taken(content, theirs, each)
    return content


def with_free_numbers(content: TypedRequest, now: Request) -> TypedRequest:
    """Lines that others have removed and I keep are new ones: a number is used once."""
    there = {line.line for line in now.lines}
    highest = max([*there, *now.retired, *(line.number for line in content.lines)], default=0)
    lines = []
    for line in content.lines:
        if line.number in now.retired and line.number not in there:
            highest += 1
            line = line.model_copy(update={"number": highest})  # noqa: PLW2901
        lines.append(line)
    return content.model_copy(update={"lines": tuple(lines)})


def _taken(mine: TypedRequest, theirs: TypedRequest, change: Change) -> TypedRequest:
    if change.line is None:
        if change.field not in TypedRequest.model_fields:
            return mine  # such as whether it is withdrawn: no form asks
        return mine.model_copy(update={change.field: getattr(theirs, change.field)})
    lines = {line.number: line for line in mine.lines}
    other = next((line for line in theirs.lines if line.number == change.line), None)
    own = lines.get(change.line)
    if other is None:
        lines.pop(change.line, None)
    elif own is None or _whole_line(change):
        lines[change.line] = other
    else:
        lines[change.line] = own.model_copy(update=_of_line(own, other, change))
    return mine.model_copy(update={"lines": tuple(lines[n] for n in sorted(lines))})


def _of_line(own: TypedLine, other: TypedLine, change: Change) -> dict[str, Any]:
    if change.month is None:
        return {change.field: getattr(other, change.field)}
    hours = {**own.hours, change.month: other.hours.get(change.month, "")}
    return {"hours": {month: typed for month, typed in sorted(hours.items()) if typed}}
