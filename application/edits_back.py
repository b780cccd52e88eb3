"""The edits that take back one change and no other: months, members and lines one by one."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from application.edits import (
    MEMBERS,
    MONTHLY,
    AddMembers,
    Edit,
    RemoveLine,
    RemoveMembers,
    RestoreLine,
    SetField,
    SetHours,
)
from models.entities import Request, Talent
from models.months import Month, plus
from models.written_hours import quarters

Document = dict[str, Any]


def edits_back(before: Request | Talent, after: Request | Talent) -> tuple[Edit, ...]:
    """What brings back all that `after` changed; nothing where nothing changed."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return tuple(_of(old, new, None))


def _of(old: Document, new: Document, line: int | None) -> Iterator[Edit]:
    for name, was in old.items():
        now = new[name]
        if name == "revision" or was == now:
            continue
        if name == "lines":
            yield from _lines(was, now)
        elif name in MONTHLY:
            yield from _hours(was, now, line)
        elif name in MEMBERS:
            yield from _members(name, was, now, line)
        else:
            yield SetField(field=name, value=was, line=line)


def _hours(was: Document, now: Document, line: int | None) -> Iterator[Edit]:
    """Only the months that are not what they were."""
    months = sorted(m for m in was.keys() | now.keys() if was.get(m, 0) != now.get(m, 0))
    # Months in a row with the same hours are one span.
    spans = groupby(
        enumerate(months), key=lambda at: (plus(Month(at[1]), -at[0]), was.get(at[1], 0))
    )
    for (_, hours), span in spans:
        some = tuple(Month(month) for _, month in span)
        yield SetHours(months=some, quarters=quarters(hours), line=line)


def _members(name: str, was: Any, now: Any, line: int | None) -> Iterator[Edit]:
    """Only the members that came or went."""
    gone = tuple(each for each in now if each not in was)
    back: Any
    if isinstance(was, dict):
        back = {each: was[each] for each in was if was[each] != now.get(each)}
    else:
        back = [each for each in was if each not in now]
        if [*(each for each in now if each in was), *back] != was:
            # Where the order would be another, the list is set as it was.
            yield SetField(field=name, value=was, line=line)
            return
    if back:
        yield AddMembers(field=name, members=back, line=line)
    if gone:
        yield RemoveMembers(field=name, members=gone, line=line)


def _lines(old: list[Document], new: list[Document]) -> Iterator[Edit]:
    was, now = ({each["line"]: each for each in some} for some in (old, new))
    for number in sorted(was | now):
        if number not in was:
            yield RemoveLine(number=number)
        elif number not in now:
            yield RestoreLine(number=number, line=was[number])
        else:
            yield from _of(was[number], now[number], number)
