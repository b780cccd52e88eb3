"""What a sheet does not say stays as it stands: status, and columns and months that it lacks."""

from collections.abc import Callable, Collection
from typing import TypeVar

from models.entities import DemandLine, Person, Request, Talent
from models.months import Month, MonthField

E = TypeVar("E", Request, Talent)

#: Months that an entity may hold.
_MOST = 36


#: Whether a sheet speaks of a month.
Says = Callable[[Month], bool]


def with_what_stands(
    stated: E,
    known: E,
    silent: frozenset[str],
    first: Month,
    named: Collection[Month] | None = None,
) -> E:
    """The stated entity, completed from the known one.

    `silent` are the columns that the sheet lacks, `first` is the earliest month that it may name,
    `named` are the months that it has a column for: all from `first` on where not given.
    """

    def says(month: Month) -> bool:
        return month >= first and (named is None or month in named)

    names = {"revision", "status", "sample"} | (silent & set(type(known).model_fields))
    update = {name: getattr(known, name) for name in names}
    if isinstance(known, Request) and isinstance(stated, Request):
        update["retired"] = known.retired
        update["lines"] = _lines(stated, known, silent, says)
    elif isinstance(known, Talent) and isinstance(stated, Talent):
        update["capacity"] = _with_unsaid(stated.capacity, known.capacity, says)
    return stated.model_copy(update=update)


def person_with_what_stands(stated: Person, known: Person | None, silent: frozenset[str]) -> Person:
    """Who a talent is, with what the sheet has no column for as it is kept."""
    if known is None:
        return stated
    kept: dict[str, str] = {
        name: getattr(known, name) for name in ("mail", "note") if name in silent
    }
    return stated.model_copy(update=kept)


def _lines(
    stated: Request, known: Request, silent: frozenset[str], says: Says
) -> tuple[DemandLine, ...]:
    """The stated lines, completed; with them those of whose months the sheet says nothing."""
    standing = {line.line: line for line in known.lines}
    named = {line.line for line in stated.lines}
    lines = [_line(line, standing.get(line.line), silent, says) for line in stated.lines]
    lines += [x for x in known.lines if x.line not in named and not any(map(says, x.hours))]
    return tuple(sorted(lines, key=lambda line: line.line))


def _line(
    stated: DemandLine, known: DemandLine | None, silent: frozenset[str], says: Says
) -> DemandLine:
    if known is None:
        return stated
    names = silent & set(DemandLine.model_fields) - {"line"}
    update = {name: getattr(known, name) for name in names}
    hours = _with_unsaid(stated.hours, known.hours, says)
    return stated.model_copy(update={**update, "hours": hours})


def _with_unsaid(
    stated: dict[MonthField, int], known: dict[MonthField, int], says: Says
) -> dict[MonthField, int]:
    months = {month: hours for month, hours in known.items() if not says(month)} | stated
    return {month: months[month] for month in sorted(months)[-_MOST:]}
