"""A header may be two rows high: a year above its months, a group above its columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.text_folding import one_width
from producers.spreadsheets.cell import Cell
from producers.spreadsheets.cells import is_blank, text
from producers.spreadsheets.names import KNOWN, plain

_YEAR = re.compile(r"(?:令和|R|r)?(元|\d{1,4})(?:年)?(度)?")
_MONTH = re.compile(r"(\d{1,2})月?(?:分)?")
_REIWA = 2018


@dataclass(frozen=True, slots=True)
class Head:
    """The header of one column, and the row it stands in as Excel counts."""

    row: int
    column: int
    cell: Cell


def heads(rows: Sequence[Sequence[Cell]], number: int, height: int) -> Iterator[Head]:
    """The header of each column, from the row `number` as Excel counts, one or two rows high."""
    upper = rows[number - 1]
    if height == 1:
        yield from (Head(number, column, cell) for column, cell in enumerate(upper))
        return
    lower = rows[number]
    group: Cell = ""
    for column in range(max(len(upper), len(lower))):
        above = upper[column] if column < len(upper) else ""
        below = lower[column] if column < len(lower) else ""
        # A group stands above its first column and means those to the right of it too.
        group = group if is_blank(above) else above
        if is_blank(below):
            yield Head(number, column, above)
        elif (month := _of_year(group, below)) is not None:
            yield Head(number + 1, column, month)
        elif not is_blank(above) and _is_name(above) and not _is_name(below):
            yield Head(number, column, above)
        else:
            yield Head(number + 1, column, below)


def _of_year(year: Cell, month: Cell) -> str | None:
    """`令和8年度` above `2月` is `2027-02`; None where the two are no month together."""
    of_year = _YEAR.fullmatch(_plain(year))
    of_month = _MONTH.fullmatch(_plain(month))
    if of_year is None or of_month is None:
        return None
    number = 1 if of_year[1] == "元" else int(of_year[1])
    number += _REIWA if number < 100 else 0
    each = int(of_month[1])
    # The fiscal year begins in April.
    number += 1 if of_year[2] and each < 4 else 0
    return f"{number:04d}-{each:02d}" if 1 <= each <= 12 and number > 2000 else None


def _is_name(cell: Cell) -> bool:
    name = plain(text(cell))
    return any(name in known for known in KNOWN.values())


def _plain(cell: Cell) -> str:
    return "".join(one_width(text(cell)).split())
