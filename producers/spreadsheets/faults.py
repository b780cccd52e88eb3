"""What is wrong in a sheet, and where: phrases, worded for whoever reads them.

A value is repeated so that people find the cell, but never one from a personal column.
"""

from dataclasses import dataclass

from models.phrase import Param, Phrase
from producers.spreadsheets.grid import MAX_COLUMNS, MAX_ROWS
from wording.words import Words

_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing to mend, or to know."""

    sheet: str
    cell: str  #: `F23`; empty where the whole file or sheet is meant
    value: str  #: as read, shortened; empty where it is personal
    phrase: Phrase

    @property
    def code(self) -> str:
        """Which fault it is."""
        return self.phrase.code

    @property
    def place(self) -> tuple[int, int, str]:
        """Sorts faults as people go through a sheet: row by row, from the left."""
        column = self.cell.rstrip("0123456789")
        row = self.cell[len(column) :]
        return int(row or 0), len(column), column

    def what(self, words: Words) -> str:
        """What is wrong."""
        return words.sentences(self.phrase)[0]

    def how(self, words: Words) -> str:
        """How to mend it; empty where nothing is to be mended."""
        return "".join(words.sentences(self.phrase)[1:])

    def text(self, words: Words) -> str:
        """Both in one line."""
        return words.say(self.phrase)


class Faults:
    """Collects what is found while a sheet is read."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.found: list[Fault] = []
        self.notes: list[Fault] = []  #: what was mended on the way, and how it was read

    def add(self, code: str, /, *, cell: str = "", value: object = "", **params: Param) -> None:
        """Something that has to be mended before the sheet can be taken."""
        self.found.append(self._made(Phrase(code, params), cell, value))

    def note(self, code: str, /, *, cell: str = "", value: object = "", **params: Param) -> None:
        """Something people should know, that needs no mending."""
        self.notes.append(self._made(Phrase(code, params), cell, value))

    def add_phrase(self, said: Phrase, *, cell: str = "", value: object = "") -> None:
        """Something to mend that somebody else found: in a value, in a file."""
        self.found.append(self._made(said, cell, value))

    def too_large(self, cell: str) -> None:
        """A sheet with more than a table may have; `cell` is the first too many."""
        self.add("rows_too_many", cell=cell, rows=MAX_ROWS, columns=MAX_COLUMNS)

    def _made(self, said: Phrase, cell: str, value: object) -> Fault:
        shown = display(value)
        at = Phrase.of("in_cell", cell=cell, text=shown) if shown else cell
        phrase = Phrase(said.code, {**said.params, "at": at})
        return Fault(sheet=self.sheet, cell=cell, value=shown, phrase=phrase)


def display(value: object) -> str:
    """A cell on one short line."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    text = "".join(c if c.isprintable() else " " for c in str(value)).strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
