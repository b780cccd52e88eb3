"""What is wrong in a sheet, where, and how to mend it: said in Japanese or English.

A value is repeated so that people find the cell, but never one from a personal column.
"""

from dataclasses import dataclass
from typing import Any

from producers.spreadsheets.grid import MAX_COLUMNS, MAX_ROWS
from producers.spreadsheets.messages import MESSAGES
from wording.reader import Lang

_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing to mend."""

    sheet: str
    cell: str  #: `F23`; empty where the whole file or sheet is meant
    value: str  #: as read, shortened; empty where it is personal
    code: str  #: key of MESSAGES
    what: str
    how: str

    @property
    def place(self) -> tuple[int, int, str]:
        """Sorts faults as people go through a sheet: row by row, from the left."""
        column = self.cell.rstrip("0123456789")
        row = self.cell[len(column) :]
        return int(row or 0), len(column), column

    @property
    def text(self) -> str:
        """What is wrong and how to mend it, in one line."""
        space = "" if self.what.endswith("。") else " "
        return f"{self.what}{space}{self.how}".strip()


class Faults:
    """Collects what is found while a sheet is read."""

    def __init__(self, sheet: str, lang: Lang) -> None:
        self.sheet = sheet
        self.lang = lang
        self.found: list[Fault] = []
        self.notes: list[Fault] = []  #: what was mended on the way, and how it was read

    def add(self, code: str, /, *, cell: str = "", value: object = "", **words: Any) -> None:
        """Something that has to be mended before the sheet can be taken."""
        self.found.append(self._made(code, cell, value, words))

    def note(self, code: str, /, *, cell: str = "", value: object = "", **words: Any) -> None:
        """Something people should know, that needs no mending."""
        self.notes.append(self._made(code, cell, value, words))

    def too_large(self, cell: str) -> None:
        """A sheet with more than a table may have; `cell` is the first too many."""
        self.add("rows_too_many", cell=cell, rows=MAX_ROWS, columns=MAX_COLUMNS)

    def _made(self, code: str, cell: str, value: object, words: dict[str, Any]) -> Fault:
        shown = display(value)
        english = self.lang == "en"
        at = (f"{cell} “{shown}”" if english else f"{cell}「{shown}」") if shown else cell
        what, how = MESSAGES[code][english]
        return Fault(
            sheet=self.sheet,
            cell=cell,
            value=shown,
            code=code,
            what=what.format(at=at, **words),
            how=how.format(at=at, **words),
        )


def display(value: object) -> str:
    """A cell on one short line."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    text = "".join(c if c.isprintable() else " " for c in str(value)).strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
