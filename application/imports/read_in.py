"""A file that was handed in -> what it says, and its rows as they stand, with what is wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.ids import PoolId
from models.months import Month
from producers.ports import Places
from producers.spreadsheets import Fault, Sheet, opened
from producers.spreadsheets.cell import column_name
from producers.spreadsheets.faults import display
from producers.spreadsheets.grid import Grid

#: So many rows are shown above and below one with a fault.
_AROUND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRow:
    """A row as it stands in the sheet; `bad` columns count from 0."""

    number: int
    cells: tuple[str, ...]
    bad: frozenset[int]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSheet:
    """The rows with a fault and those around them."""

    name: str
    letters: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[DrawnRow, ...]
    faults: tuple[Fault, ...]  #: of the sheet as a whole


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadIn:
    """What a file says."""

    sheets: tuple[Sheet, ...]
    drawn: tuple[DrawnSheet, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything to mend, in the order of the sheets."""
        return tuple(fault for sheet in self.sheets for fault in sheet.faults)

    @property
    def bad_rows(self) -> int:
        """How many rows have something to mend."""
        return sum(bool(row.faults) for sheet in self.drawn for row in sheet.rows)


def read_in(path: Path, pool_id: PoolId, first: Month, places: Places) -> ReadIn:
    """Read a file whole. Never raises because of its content."""
    book = opened(path)
    sheets = tuple(
        book.read(kind, pool_id=pool_id, first_month=first, places=places)
        for kind in book.kinds(first)
    )
    grids = {grid.sheet: grid for grid in book.grids}
    drawn = tuple(_drawn(sheet, grids.get(sheet.name)) for sheet in sheets if sheet.faults)
    return ReadIn(sheets=sheets, drawn=drawn)


def _drawn(sheet: Sheet, grid: Grid | None) -> DrawnSheet:
    by_row: dict[int, list[Fault]] = {}
    for fault in sheet.faults:
        by_row.setdefault(fault.place[0], []).append(fault)
    whole = tuple(by_row.pop(0, ()))
    if grid is None or not by_row:
        rest = tuple(fault for faults in by_row.values() for fault in faults)
        return DrawnSheet(name=sheet.name, letters=(), titles=(), rows=(), faults=(*whole, *rest))
    shown = sorted(
        {n + by for n in by_row for by in range(-_AROUND, _AROUND + 1)}
        & set(range(sheet.header + 1, len(grid.rows) + 1))
        | by_row.keys()
    )
    texts = {n: _texts(grid, n) for n in shown}
    width = max((*map(len, texts.values()), *(_column(f) + 1 for f in sheet.faults)))
    titles = _texts(grid, sheet.header) if sheet.header else ()
    return DrawnSheet(
        name=sheet.name,
        letters=tuple(column_name(at) for at in range(width)),
        titles=_padded(titles, width),
        rows=tuple(
            DrawnRow(
                number=number,
                cells=_padded(texts[number], width),
                bad=frozenset(_column(fault) for fault in by_row.get(number, ())),
                faults=tuple(by_row.get(number, ())),
            )
            for number in shown
        ),
        faults=whole,
    )


def _texts(grid: Grid, number: int) -> tuple[str, ...]:
    row = grid.rows[number - 1] if number <= len(grid.rows) else ()
    return tuple("" if cell is None else display(cell) for cell in row)


def _padded(texts: Sequence[str], width: int) -> tuple[str, ...]:
    return (*texts[:width], *[""] * (width - len(texts)))


def _column(fault: Fault) -> int:
    """Of the cell, from 0."""
    number = 0
    for letter in _letters(fault.cell):
        number = number * 26 + ord(letter) - 64
    return max(number - 1, 0)


def _letters(cell: str) -> Iterator[str]:
    return (letter for letter in cell if letter.isalpha())
