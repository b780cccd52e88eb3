"""A workbook: its sheets in order, and what all of them share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from producers.spreadsheets.damaged import Damaged
from producers.spreadsheets.formats import Shows, shows
from producers.spreadsheets.markup import local, walk
from producers.spreadsheets.package import Package

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
#: Different texts in a workbook; a sheet of ours has at most a million cells.
_MOST_STRINGS = 1_000_000
_TRUE = ("1", "true", "on")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """A sheet as the workbook lists it, and the part it is in."""

    name: str
    part: str
    hidden: bool
    active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What the cells of all sheets refer to."""

    strings: Sequence[str]
    formats: Sequence[Shows]
    since_1904: bool
    uncalculated: bool  #: a program wrote formulas and left their values to whoever opens them


def worksheets(package: Package) -> tuple[SheetEntry, ...]:
    """The worksheets of a workbook; sheets of charts, dialogues and macros are none."""
    related = package.related(package.main)
    listed: list[dict[str, str]] = []
    shown: list[int] = []

    def begin(element: str, attributes: dict[str, str]) -> None:
        if element == "sheet":
            listed.append(attributes)
        elif element == "workbookView" and not shown:
            shown.append(_number(local(attributes, "activeTab")))

    with package.open(package.main) as part:
        walk(part, begin, lambda _: None)
    found = []
    for at, attributes in enumerate(listed):
        kind, target = related.get(local(attributes, "id"), ("", ""))
        if kind != "worksheet":
            continue
        if not package.has(target):
            raise Damaged("file_damaged")
        found.append(
            SheetEntry(
                name=unescaped(local(attributes, "name")),
                part=target,
                hidden=local(attributes, "state") in ("hidden", "veryHidden"),
                active=at == (shown[0] if shown else 0),
            )
        )
    return tuple(found)


def shared(package: Package) -> Shared:
    """The strings and formats of a workbook, and how it counts days."""
    parts = dict(package.related(package.main).values())
    said = {"date1904": "", "fullCalcOnLoad": ""}

    def begin(_: str, attributes: dict[str, str]) -> None:
        for name in said.keys() & attributes.keys():
            said[name] = attributes[name]

    with package.open(package.main) as part:
        walk(part, begin, lambda _: None)
    strings, styles = parts.get("sharedStrings", ""), parts.get("styles", "")
    return Shared(
        strings=_strings(package, strings) if package.has(strings) else (),
        formats=_formats(package, styles) if package.has(styles) else (),
        since_1904=said["date1904"] in _TRUE,
        uncalculated=said["fullCalcOnLoad"] in _TRUE,
    )


def unescaped(text: str) -> str:
    """A text with `_x000D_` and the like as the characters they stand for."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: _character(found[0], int(found[1], 16)), text)


def _character(written: str, point: int) -> str:
    # Half of a pair is no character, and a NUL is none that people write.
    return written if 0xD800 <= point < 0xE000 or not point else chr(point)


def _strings(package: Package, name: str) -> list[str]:
    found: list[str] = []
    pieces: list[str] = []
    inside = {"t": 0, "rPh": 0}

    def begin(element: str, _: dict[str, str]) -> None:
        if element in inside:
            inside[element] += 1

    def end(element: str) -> None:
        if element in inside:
            inside[element] -= 1
        elif element == "si":
            found.append(unescaped("".join(pieces)))
            pieces.clear()
            if len(found) > _MOST_STRINGS:
                raise Damaged("file_too_large", limit=f"{_MOST_STRINGS:,}")

    def say(text: str) -> None:
        # How a word is spoken (furigana) is no part of it.
        if inside["t"] and not inside["rPh"]:
            pieces.append(text)

    with package.open(name) as part:
        walk(part, begin, end, say)
    return found


def _formats(package: Package, name: str) -> list[Shows]:
    codes: dict[int, str] = {}
    found: list[Shows] = []
    inside: list[str] = []

    def begin(element: str, attributes: dict[str, str]) -> None:
        if element == "numFmt" and "dxf" not in inside:
            codes[_number(local(attributes, "numFmtId"))] = local(attributes, "formatCode")
        elif element == "xf" and inside[-1:] == ["cellXfs"]:
            number = _number(local(attributes, "numFmtId"))
            found.append(shows(number, codes.get(number)))
        inside.append(element)

    def end(_: str) -> None:
        inside.pop()

    with package.open(name) as part:
        walk(part, begin, end)
    return found


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
