"""What a sheet cannot say stays as it stands: status, columns it does not have, past months."""

from typing import TypeVar

from models.entities import DemandLine, Request, Talent
from models.months import Month, MonthField

E = TypeVar("E", Request, Talent)

#: Months that an entity may hold.
_MOST = 36


def with_what_stands(stated: E, known: E, silent: frozenset[str], first: Month) -> E:
    """The stated entity, completed from the known one.

    `silent` are the columns that the sheet lacks, `first` is the earliest month that it may name.
    """
    names = {"revision", "status", "sample"} | (silent & set(type(known).model_fields))
    update = {name: getattr(known, name) for name in names}
    if isinstance(known, Request) and isinstance(stated, Request):
        update["retired"] = known.retired
        update["lines"] = _lines(stated, known, silent, first)
    elif isinstance(known, Talent) and isinstance(stated, Talent):
        update["capacity"] = _with_past(stated.capacity, known.capacity, first)
    return stated.model_copy(update=update)


def _lines(
    stated: Request, known: Request, silent: frozenset[str], first: Month
) -> tuple[DemandLine, ...]:
    """The stated lines, completed; with them those whose months are all past."""
    standing = {line.line: line for line in known.lines}
    named = {line.line for line in stated.lines}
    lines = [_line(line, standing.get(line.line), silent, first) for line in stated.lines]
    lines += [x for x in known.lines if x.line not in named and max(x.hours) < first]
    return tuple(sorted(lines, key=lambda line: line.line))


def _line(
    stated: DemandLine, known: DemandLine | None, silent: frozenset[str], first: Month
) -> DemandLine:
    if known is None:
        return stated
    names = silent & set(DemandLine.model_fields) - {"line"}
    update = {name: getattr(known, name) for name in names}
    hours = _with_past(stated.hours, known.hours, first)
    return stated.model_copy(update={**update, "hours": hours})


def _with_past(
    stated: dict[MonthField, int], known: dict[MonthField, int], first: Month
) -> dict[MonthField, int]:
    months = {month: hours for month, hours in known.items() if month < first} | stated
    return {month: months[month] for month in sorted(months)[-_MOST:]}
