"""The options of `amend` as edits: what people type becomes values."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from application.edits import (
    MEMBERS,
    AddHours,
    AddLine,
    AddMembers,
    Edit,
    RemoveMembers,
    RestoreLine,
    SetField,
    SetHours,
)
from models.entities import DemandLine, Request, Talent
from models.errors import Mistake
from models.months import Month
from producers.ports import Places
from wording.fields.typed_fields import known, value
from wording.typed import notation

#: `2:2026-12=24`, `2026-12..2027-02=24`, `2=2026-12:24`; the line's number may be left out.
_HOURS = re.compile(
    r"^\s*(?:(?P<line>\d{1,3})\s*[:=/])?\s*(?P<months>[^=:]+?)\s*[=:]\s*(?P<hours>.+)$"
)


def fields_and_hours(
    kind: type[Request | Talent],
    pool_id: str,
    places: Places,
    set_: Sequence[str],
    hours: Sequence[str],
    add_hours: Sequence[str],
) -> list[Callable[[], Edit]]:
    """What is said by `--set`, `--hours` and `--add-hours`, each to be read."""
    return [
        *(partial(set_field, kind, text, places, pool_id) for text in set_),
        *(partial(set_hours, text) for text in hours),
        *(partial(set_hours, text, add=True) for text in add_hours),
    ]


def set_field(kind: type[Request | Talent], text: str, places: Places, pool_id: str) -> Edit:
    """`urgency=3`, or `2.people=3` for a field of demand line 2.

    `skills+=業務改革:3` and `excluded-=佐久市` add and take away members, and leave the others.
    """
    path, equals, written = text.partition("=")
    if not equals:
        raise Mistake("set_without_value", text=text)
    path, sign = path.strip(), path.strip()[-1:]
    number, dot, name = path.rstrip("+-").strip().rpartition(".")
    if dot and not number.isdecimal():
        raise Mistake("set_without_value", text=text)
    line = int(number) if dot else None
    allowed: Mapping[str, Any] = (DemandLine if dot else kind).model_fields
    field = known(name, allowed)
    if sign in {"+", "-"} and field not in MEMBERS:
        raise Mistake("field_of_one_value", field=field)
    read = value(field, written, places, pool_id)
    if sign == "+":
        return AddMembers(field=field, members=read, line=line)
    if sign == "-":
        return RemoveMembers(field=field, members=tuple(read), line=line)
    return SetField(field=field, value=read, line=line)


def set_hours(text: str, *, add: bool = False) -> Edit:
    """`2:2026-12=24` for a line of a request, `2026-12..2027-02=24` for the only line or a talent.

    With `add` the hours are added to what stands there; `=-8` takes away. Zero removes the month.
    """
    found = _HOURS.match(text)
    if not found:
        raise Mistake("hours_of_months_unreadable", text=text)
    minus = add and found["hours"].startswith(("-", "−"))
    change = notation.hours(found["hours"].lstrip("-−") if minus else found["hours"])
    months = notation.months(found["months"])
    line = int(found["line"]) if found["line"] else None
    if add:
        return AddHours(months=months, quarters=-change if minus else change, line=line)
    return SetHours(months=months, quarters=change, line=line)


def add_line(text: str, default: Sequence[Month]) -> Edit:
    """One more demand line, written as words."""
    return AddLine(line=notation.line(text, 0, default))


def restore_line(text: str) -> Edit:
    """A line that was removed, as an undo writes it."""
    if text.lstrip().startswith("{"):
        try:
            line = json.loads(text)
            return RestoreLine(number=int(line["line"]), line=line)
        except (ValueError, KeyError, TypeError):
            raise _unreadable(text) from None
    number, colon, words = text.partition(":")
    if not colon or not number.strip().isdecimal():
        raise _unreadable(text)
    line = notation.line(words, int(number), ())
    line["hours"] = {month: amount / 4 for month, amount in line["hours"].items()}
    return RestoreLine(number=int(number), line=line)


def _unreadable(text: str) -> Mistake:
    return Mistake("restore_line_unreadable", text=text[:60], example=notation.LINE_EXAMPLE)
