"""The cells of a sheet, whatever file it was in."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.text_folding import visible
from producers.spreadsheets.cell import Cell, cell_name

#: Rows that hold something, and columns.
MAX_ROWS = 5_000
MAX_COLUMNS = 200


class TooLarge(Exception):
    """A sheet has more than a table of ours may have; `cell` is the first too many."""

    def __init__(self, cell: str) -> None:
        super().__init__(cell)
        self.cell = cell


@dataclass(frozen=True, slots=True)
class Span:
    """Merged cells: rows as Excel counts, columns from 0, both ends in it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of one sheet from A1; the encoding and separator where it was text."""

    sheet: str
    rows: Sequence[Sequence[Cell]]
    encoding: str = ""
    separator: str = ""
    hidden: bool = False
    active: bool = True
    hidden_rows: frozenset[int] = frozenset()  #: as Excel counts
    hidden_columns: frozenset[int] = frozenset()  #: from 0
    merged: tuple[Span, ...] = ()
    sorted_by_hand: bool = False  #: somebody sorted its rows since it was made
    too_large: str = ""  #: the first cell too many, of a sheet that was not read


def is_empty(cell: Cell) -> bool:
    """Nothing, or nothing that is seen."""
    return cell is None or (isinstance(cell, str) and not visible(cell).strip())


def trimmed(rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """The rows without what is empty at their ends and below them.

    Raises TooLarge with the place where there are more than may be.
    """
    found: list[Sequence[Cell]] = []
    filled = last = 0
    for number, row in enumerate(rows, 1):
        width = len(row)
        while width and is_empty(row[width - 1]):
            width -= 1
        found.append(row[:width])
        if width:
            filled, last = filled + 1, number
        if width > MAX_COLUMNS or filled > MAX_ROWS:
            raise TooLarge(cell_name(number, width - 1))
    return found[:last]
