"""What `amend` does to an entity: options become edits of its JSON, validated as a whole."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from models.entities import Request, Talent
from models.errors import Mistake
from models.frozen import Frozen
from models.hours import decimal
from models.months import Month
from models.written_hours import quarters
from producers.ports import Places
from service.cli import notation
from service.cli.complaints import mistake
from service.cli.fields import known, less, more, value
from service.cli.post.still import MEMBERS
from service.cli.post.undo_options import restored
from wording.fields.names import field_label
from wording.months import label

E = TypeVar("E", bound=Frozen)
Document = dict[str, Any]
Edit = Callable[[Document], None]

#: `2:2026-12=24`, `2026-12..2027-02=24`, `2=2026-12:24`; the line's number may be left out.
_HOURS = re.compile(
    r"^\s*(?:(?P<line>\d{1,3})\s*[:=/])?\s*(?P<months>[^=:]+?)\s*[=:]\s*(?P<hours>.+)$"
)


def edited(entity: E, edits: Iterable[Edit]) -> E:
    """The entity with the edits, of the same revision. Raises Mistake where it is not valid."""
    document: Document = entity.model_dump(mode="json")
    kept = dict(document.get("retired", {}))
    for edit in edits:
        edit(document)
    if "retired" in document:
        # Only for the edits among themselves: whoever states the request keeps the numbers.
        document["retired"] = kept
    try:
        return type(entity).model_validate_json(json.dumps(document))
    except ValidationError as error:
        raise mistake(error, _name(entity)) from None


def set_field(text: str, places: Places, pool_id: str) -> Edit:
    """`urgency=3`, or `2.people=3` for a field of demand line 2.

    `skills+=業務改革:3` and `excluded-=佐久市` add and take away members, and leave the others.
    """
    path, equals, written = text.partition("=")
    if not equals:
        raise Mistake(f"--set {text}：項目=値 と書いてください（例 urgency=3） / write FIELD=VALUE")
    path, sign = path.strip(), path.strip()[-1:]
    number, dot, name = path.rstrip("+-").strip().rpartition(".")

    def edit(document: Document) -> None:
        target = _line(document, number) if dot else document
        field = known(name, target)
        if sign in {"+", "-"}:
            if field not in MEMBERS:
                raise Mistake(
                    f"{field_label(field)}（{field}）は一つの値です。{field}=値 と書いてください"
                    f" / {field} holds one value; write {field}=VALUE"
                )
            change = more if sign == "+" else less
            target[field] = change(field, target[field], written, places, pool_id)
        else:
            target[field] = value(field, written, places, pool_id)

    return edit


def set_hours(text: str, *, add: bool = False) -> Edit:
    """`2:2026-12=24` for a line of a request, `2026-12..2027-02=24` for the only line or a talent.

    With `add` the hours are added to what stands there; `=-8` takes away. Zero removes the month.
    """
    found = _HOURS.match(text)
    if not found:
        raise Mistake(
            f"時間「{text}」が読めません。2026-12=24 か、要請枠の番号を付けて 2:2026-12=24 と"
            f"書いてください / write MONTH=HOURS or LINE:MONTH=HOURS"
        )
    minus = add and found["hours"].startswith(("-", "−"))
    change = notation.hours(found["hours"].lstrip("-−") if minus else found["hours"])
    months = notation.months(found["months"])

    def edit(document: Document) -> None:
        hours = _hours_of(document, found["line"])
        for month in months:
            before = quarters(hours.get(month, 0))
            after = before + (-change if minus else change) if add else change
            if after < 0:
                raise Mistake(
                    f"{label(month)}は {decimal(before)} 時間なので、{decimal(change)} 時間は"
                    f"減らせません / {month} has only {decimal(before)} h"
                )
            hours.pop(month, None)
            if after:
                hours[month] = after / 4

    return edit


def add_line(text: str, default: Sequence[Month]) -> Edit:
    """One more demand line, under a number that no line of the request has ever had."""

    def edit(document: Document) -> None:
        numbers = [*(each["line"] for each in document["lines"]), *map(int, document["retired"])]
        number = max(numbers, default=0) + 1
        made = notation.line(text, number, default)
        made["hours"] = {month: amount / 4 for month, amount in made["hours"].items()}
        document["lines"].append(made)

    return edit


def restore_line(text: str) -> Edit:
    """A line that was removed, as it was and under its own number."""
    number, line = restored(text)

    def edit(document: Document) -> None:
        lines: list[Document] = document["lines"]
        if any(each["line"] == number for each in lines):
            raise Mistake(
                f"要請枠 {number} はもうあります。元に戻す必要はありません"
                f" / there is a demand line {number} already"
            )
        at = next((at for at, each in enumerate(lines) if each["line"] > number), len(lines))
        lines.insert(at, dict(line))

    return edit


def remove_line(number: int) -> Edit:
    """A request without one of its lines."""

    def edit(document: Document) -> None:
        document["lines"].remove(_line(document, str(number)))
        document["retired"][str(number)] = ""

    return edit


def _line(document: Document, number: str) -> Document:
    lines: list[Document] = document.get("lines", [])
    for each in lines:
        if str(each["line"]) == number:
            return each
    numbers = ", ".join(str(each["line"]) for each in lines)
    raise Mistake(
        f"要請枠 {number} はありません（あるのは {numbers or 'なし'}）"
        f" / no demand line {number}; there are {numbers or 'none'}"
    )


def _hours_of(document: Document, number: str | None) -> Document:
    hours: Document
    if "capacity" in document:
        if number is not None:
            raise Mistake(
                "人材に要請枠はありません。2026-12=24 のように書いてください"
                " / a talent has no lines; write MONTH=HOURS"
            )
        hours = document["capacity"]
        return hours
    lines = document["lines"]
    if number is None and len(lines) > 1:
        raise Mistake(
            f"要請枠が{len(lines)}つあります。{lines[0]['line']}:2026-12=24 のように番号を付けて"
            f"ください / {len(lines)} demand lines; write LINE:MONTH=HOURS"
        )
    hours = (lines[0] if number is None else _line(document, number))["hours"]
    return hours


def _name(entity: Frozen) -> str:
    match entity:
        case Request():
            return entity.request_id
        case Talent():
            return entity.talent_id
        case _:
            return type(entity).__name__
