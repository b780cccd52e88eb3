"""Each row below the header is read cell by cell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from models.months import Month
from models.phrase import Param, Phrase
from producers.spreadsheets.cell import Cell, cell_name, unread
from producers.spreadsheets.cells import Unfit, is_blank
from producers.spreadsheets.faults import Faults
from producers.spreadsheets.header import Layout

T = TypeVar("T")
D = TypeVar("D")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; faults found in its cells join the others."""

    number: int
    cells: Sequence[Cell]
    layout: Layout
    faults: Faults

    @property
    def is_blank(self) -> bool:
        """Nothing in any cell."""
        return all(map(is_blank, self.cells))

    def cell(self, key: str) -> Cell:
        """What stands in a column; empty where the sheet has no such column."""
        return self._at(self.layout.at.get(key))

    def blank(self, key: str) -> bool:
        """Whether nothing stands in a column."""
        return is_blank(self.cell(key))

    def name(self, key: str) -> str:
        """`F23`; the first cell of the row where the sheet has no such column."""
        return cell_name(self.number, self.layout.at.get(key, 0))

    def title(self, key: str) -> str:
        """A column as messages name it."""
        return f"{self.layout.kind}.{key}"

    def add(self, code: str, key: str, /, **params: Param) -> None:
        """A fault of the cell in a column. A personal value is never repeated."""
        self._say(Phrase(code, params), key)

    def note(self, code: str, key: str, /, **params: Param) -> None:
        """Something people should know of the cell in a column."""
        self.faults.note(code, cell=self.name(key), value=self._shown(key), **params)

    def take(self, key: str, read: Callable[[Cell], T], default: D) -> T | D:
        """The value of a column; the default where it is empty, or wrong and now a fault."""
        if self.blank(key):
            return default
        if (broken := unread(self.cell(key))) is not None:
            # What cannot be read is personal to nobody: `#N/A`.
            self.faults.add(broken.code, cell=self.name(key), value=broken.seen)
            return default
        try:
            return read(self.cell(key))
        except Unfit as unfit:
            self._say(unfit.phrase, key)
            return default

    def need(self, key: str, read: Callable[[Cell], T]) -> T | None:
        """The value of a column that must not be empty; None where there is a fault."""
        if self.blank(key):
            self.add("empty", key, name=self.title(key))
            return None
        return self.take(key, read, None)

    def hours(self, read: Callable[[Cell], int]) -> dict[Month, int]:
        """Quarters by month; months without hours are left out."""
        found: dict[Month, int] = {}
        for each, column in self.layout.months.items():
            cell = self._at(column)
            if is_blank(cell):
                continue
            at = cell_name(self.number, column)
            if (broken := unread(cell)) is not None:
                self.faults.add(broken.code, cell=at, value=broken.seen)
                continue
            try:
                if quarters := read(cell):
                    found[each] = quarters
            except Unfit as unfit:
                self.faults.add_phrase(unfit.phrase, cell=at, value=cell)
        return found

    def _say(self, said: Phrase, key: str) -> None:
        self.faults.add_phrase(said, cell=self.name(key), value=self._shown(key))

    def _shown(self, key: str) -> Cell:
        """What of a cell may be repeated."""
        return "" if self.layout.columns[key].personal else self.cell(key)

    def _at(self, column: int | None) -> Cell:
        return self.cells[column] if column is not None and column < len(self.cells) else ""
