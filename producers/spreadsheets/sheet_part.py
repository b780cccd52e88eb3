"""The cells of one sheet of a workbook, read once as a stream."""

import re
from datetime import date, datetime

from producers.spreadsheets import grid
from producers.spreadsheets.cell import Cell, Unread, cell_name
from producers.spreadsheets.formats import Shows, value
from producers.spreadsheets.grid import Grid, Span, TooLarge, is_empty
from producers.spreadsheets.markup import walk
from producers.spreadsheets.package import Package
from producers.spreadsheets.workbook import Shared, SheetEntry, unescaped

#: A filled cell below this row belongs to no table of ours.
LAST_ROW = 100_000
#: Rows and cells looked at, empty ones too: formats alone are passed over, but not for ever.
MOST_SEEN = 3_000_000
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_TRUE = ("1", "true", "on")


def read_sheet(package: Package, entry: SheetEntry, shared: Shared) -> Grid:
    """Every cell that holds something. Raises TooLarge, and Damaged where it is no sheet."""
    reader = _Sheet(shared)
    with package.open(entry.part) as part:
        walk(part, reader.begin, reader.end, reader.say)
    # A range that was made a table keeps how it was sorted in a part of its own.
    for kind, target in package.related(entry.part).values():
        if kind == "table" and package.has(target):
            with package.open(target) as part:
                walk(part, reader.begin_table, lambda _: None)
    return Grid(
        sheet=entry.name,
        rows=reader.rows(),
        hidden=entry.hidden,
        active=entry.active,
        hidden_rows=frozenset(reader.hidden_rows),
        hidden_columns=frozenset(reader.hidden_columns),
        merged=tuple(reader.merged),
        sorted_by_hand=reader.sorted,
    )


class _Sheet:
    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._found: dict[int, dict[int, Cell]] = {}
        self._row = self._column = self._seen = 0
        self._kind = self._style = ""
        self._valued = self._formula = False
        self._pieces: list[str] = []
        self._hearing = self._spoken = False
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[Span] = []
        self.sorted = False

    def begin(self, element: str, attributes: dict[str, str]) -> None:
        if element == "c":
            self._cell(attributes)
        elif element == "v":
            self._valued, self._pieces, self._hearing = True, [], True
        elif element == "t":
            self._hearing = not self._spoken
        elif element == "f":
            self._formula = True
        elif element == "row":
            self._begin_row(attributes)
        elif element == "rPh":
            self._spoken = True
        elif element == "col":
            self._begin_columns(attributes)
        elif element == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif element == "sortState":
            self.sorted = True

    def begin_table(self, element: str, _: dict[str, str]) -> None:
        self.sorted |= element == "sortState"

    def end(self, element: str) -> None:
        if element in ("v", "t"):
            self._hearing = False
        elif element == "c":
            self._end_cell()
        elif element == "rPh":
            self._spoken = False

    def say(self, text: str) -> None:
        if self._hearing:
            self._pieces.append(text)

    def rows(self) -> list[list[Cell]]:
        """Rows from the first one to the last that holds something."""
        rows: list[list[Cell]] = [[] for _ in range(max(self._found, default=0))]
        for number, cells in self._found.items():
            row: list[Cell] = [""] * (max(cells) + 1)
            for column, cell in cells.items():
                row[column] = cell
            rows[number - 1] = row
        return rows

    def _begin_row(self, attributes: dict[str, str]) -> None:
        stated = attributes.get("r", "")
        self._row = int(stated) if stated.isdecimal() and len(stated) < 9 else self._row + 1
        self._column = -1
        self._see()
        if attributes.get("hidden") in _TRUE and self._row <= LAST_ROW:
            self.hidden_rows.add(self._row)

    def _begin_columns(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _TRUE:
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if first.isdecimal() and last.isdecimal():
                # Excel hides all columns to the right of a table at once.
                end = min(int(last), grid.MAX_COLUMNS)
                self.hidden_columns.update(range(int(first) - 1, end))

    def _see(self) -> None:
        self._seen += 1
        if self._seen > MOST_SEEN:
            raise TooLarge(cell_name(self._row, max(self._column, 0)))

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        begin, end = _place(first), _place(last)
        if begin and end and begin[0] <= LAST_ROW:
            self.merged.append(Span(*begin, *end))
        if len(self.merged) > LAST_ROW:
            raise TooLarge(first)

    def _cell(self, attributes: dict[str, str]) -> None:
        place = _place(attributes.get("r", ""))
        self._row, self._column = place or (self._row, self._column + 1)
        self._see()
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._valued, self._formula, self._pieces = False, False, []

    def _end_cell(self) -> None:
        cell = self._read()
        if is_empty(cell):
            return
        if self._column >= grid.MAX_COLUMNS or self._row > LAST_ROW:
            raise TooLarge(cell_name(self._row, self._column))
        cells = self._found.setdefault(self._row, {})
        cells[self._column] = cell
        if len(self._found) > grid.MAX_ROWS:
            raise TooLarge(cell_name(self._row, self._column))

    def _read(self) -> Cell:
        text = "".join(self._pieces)
        if self._kind == "inlineStr":
            return unescaped(text)
        if not self._valued or not (text or self._kind == "str"):
            return Unread("=…", "formula_unknown") if self._formula else ""
        if self._kind == "s":
            at = int(text) if text.strip().isdecimal() else -1
            if 0 <= at < len(self._shared.strings):
                return self._shared.strings[at]
            return Unread(text, "cell_damaged")
        if self._kind == "str":
            return unescaped(text)
        if self._kind == "b":
            return text.strip() in _TRUE
        if self._kind == "e":
            return Unread(text, "cell_error")
        if self._kind == "d":
            return _iso(text)
        if self._formula and self._shared.uncalculated and text == "0":
            return Unread("=…", "formula_unknown")
        return value(text, self._shows(), since_1904=self._shared.since_1904)

    def _shows(self) -> Shows:
        at = int(self._style) if self._style.isdecimal() else 0
        formats = self._shared.formats
        return formats[at] if at < len(formats) else Shows.NUMBER


def _place(reference: str) -> tuple[int, int] | None:
    """Row as Excel counts and column from 0, of `B3`; None where it is no place."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column - 1


def _iso(text: str) -> Cell:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    moment = moment.replace(tzinfo=None)
    if moment.year < 1900:
        # A time of day stands on the day before the calendar begins.
        return moment.time()
    return moment if moment.time() else date(moment.year, moment.month, moment.day)
