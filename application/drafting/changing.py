"""What the buttons beside the fields do: lines come and go, hours fill the months."""

from collections.abc import Callable, Sequence

from application.drafting.months import months_of
from models.drafts import TypedLine, TypedRequest
from models.entities import Role
from models.months import Month
from models.text import storable

Change = Callable[[TypedLine], TypedLine]


def with_line(content: TypedRequest, retired: Sequence[int] = ()) -> TypedRequest:
    """One more line, under a number that none has had; the role that is missing first."""
    numbers = [*(line.number for line in content.lines), *retired]
    there = {line.role for line in content.lines}
    role = next((each for each in (Role.PM, Role.ENGINEER) if each not in there), Role.ENGINEER)
    line = TypedLine(number=max(numbers, default=0) + 1, role=role)
    return content.model_copy(update={"lines": (*content.lines, line)})


def without_line(content: TypedRequest, number: int) -> TypedRequest:
    """Without a line; nothing where there is none of this number."""
    left = tuple(line for line in content.lines if line.number != number)
    return content.model_copy(update={"lines": left})


def copied_forward(content: TypedRequest, number: int) -> TypedRequest:
    """The first hours of a line stand in all months after them too."""
    months = months_of(content)

    def copied(line: TypedLine) -> TypedLine:
        first = next((month for month in months if line.hours.get(month)), None)
        if first is None:
            return line
        rest = {month: line.hours[first] for month in months if month >= first}
        return line.model_copy(update={"hours": {**line.hours, **rest}})

    return _of_line(content, number, copied)


def filled(content: TypedRequest, number: int, hours: str, present: Month) -> TypedRequest:
    """Every month of a line that is still to come gets these hours; none empties them."""
    typed = storable(hours).strip()

    def full(line: TypedLine) -> TypedLine:
        kept = {month: each for month, each in line.hours.items() if month < present}
        months = [month for month in months_of(content) if month >= present]
        said = dict.fromkeys(months, typed) if typed else {}
        return line.model_copy(update={"hours": kept | said})

    return _of_line(content, number, full)


def _of_line(content: TypedRequest, number: int, change: Change) -> TypedRequest:
    lines = tuple(change(line) if line.number == number else line for line in content.lines)
    return content.model_copy(update={"lines": lines})
