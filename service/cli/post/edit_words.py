"""Edits as the options of `amend` that mean them: how an undo is printed, to be pasted here."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from application.edits import (
    AddHours,
    AddLine,
    AddMembers,
    Edit,
    RemoveLine,
    RemoveMembers,
    RestoreLine,
    SetField,
    SetHours,
)
from models.errors import Mistake
from models.hours import decimal
from models.months import Month
from models.written_hours import quarters
from wording.typed import notation

Document = dict[str, Any]


def options(edits: Sequence[Edit], still: str = "") -> list[str]:
    """`--set urgency=1 --hours 1:2026-12=16`; with the code of what is taken back, if one is."""
    words = [word for edit in edits for word in _options(edit)]
    return [*words, "--if-still", still] if words and still else words


def _options(edit: Edit) -> Iterator[str]:
    match edit:
        case SetField():
            yield from ("--set", f"{_line(edit.line, '.')}{edit.field}={_written(edit.value)}")
        case AddMembers():
            yield from ("--set", f"{_line(edit.line, '.')}{edit.field}+={_members(edit.members)}")
        case RemoveMembers():
            names = ",".join(edit.members)
            plain = edit.field != "skills" or _names(names) == list(edit.members)
            text = names if plain else _written(list(edit.members))
            yield from ("--set", f"{_line(edit.line, '.')}{edit.field}-={text}")
        case SetHours():
            when = _span(edit.months)
            yield from ("--hours", f"{_line(edit.line, ':')}{when}={decimal(edit.quarters)}")
        case AddHours():
            when = _span(edit.months)
            yield from ("--add-hours", f"{_line(edit.line, ':')}{when}={decimal(edit.quarters)}")
        case RemoveLine():
            yield from ("--remove-line", str(edit.number))
        case RestoreLine():
            yield from ("--restore-line", _restored(edit.line))
        case AddLine():
            yield from ("--add-line", _written(edit.line))


def _line(number: int | None, sign: str) -> str:
    return "" if number is None else f"{number}{sign}"


def _span(months: Sequence[Month]) -> str:
    """Months in a row, as `--hours` reads them."""
    return months[0] if len(months) == 1 else f"{months[0]}..{months[-1]}"


def _members(members: Any) -> str:
    if isinstance(members, list):
        return ",".join(members)
    text = ",".join(f"{name}:{level}" for name, level in members.items())
    return text if _names(text) == list(members) else _written(members)


def _names(text: str) -> list[str]:
    """The skills that somebody who wrote this would mean; none where it cannot be read."""
    if text.startswith(("{", "[")):
        return []  # it would be read as JSON
    try:
        return list(notation.skills(text))
    except Mistake:
        return []


def _restored(line: Document) -> str:
    """`2: engineer 2026-12=16 skill=業務改革:3`; as JSON where words would not say it all."""
    words = [line["role"], *(f"{m}={decimal(quarters(h))}" for m, h in line["hours"].items())]
    words += [f"skill={name}:{level}" for name, level in line["skills"].items()]
    words += [f"people={line['people']}", f"minimum={line['minimum_percent']}"]
    words += [f"on_site={line['on_site_percent']}"] if line["on_site_percent"] else []
    words += ["exclusive"] if line["exclusive"] else []
    text = " ".join(words)
    try:
        read = notation.line(text, line["line"], ())
    except Mistake:
        return _written(line)
    defaults = {"skills": {}, "on_site_percent": 0, "exclusive": False}
    made = defaults | read | {"hours": {m: h / 4 for m, h in read["hours"].items()}}
    return f"{line['line']}: {text}" if made == line else _written(line)


def _written(content: Any) -> str:
    """A value as `--set` reads it."""
    if content is None:
        return ""
    if isinstance(content, bool):
        return "yes" if content else "no"
    if isinstance(content, str | int | float):
        return str(content)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
