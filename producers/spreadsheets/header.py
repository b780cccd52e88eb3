"""The header of a table says which column is which; it may be two rows high."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from models.months import Month, plus
from models.phrase import Phrase
from producers.spreadsheets.cell import Cell, cell_name, unread
from producers.spreadsheets.cells import Unfit, is_blank, month, text
from producers.spreadsheets.faults import Faults, display
from producers.spreadsheets.names import KNOWN, plain
from producers.spreadsheets.two_rows import Head
from wording.fields.column import Column, Kind
from wording.fields.columns import UNDERSTOOD

#: Months after the first one that a sheet may name, as many as an entity may hold.
MONTHS = 36
#: A header as like another as this is a slip of it; less will do where a table needs that one.
_ALIKE, _ALIKE_NEEDED = 0.8, 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which column is which, counted from 0, and the last row of the header as Excel counts."""

    kind: Kind
    header: int
    at: Mapping[str, int]
    months: Mapping[Month, int]
    columns: Mapping[str, Column]


class Header:
    """Reads the cells of a header one by one; what is wrong in it joins the faults."""

    def __init__(self, kind: Kind, first_month: Month, faults: Faults) -> None:
        self._kind: Kind = kind
        self._first, self._last = first_month, plus(first_month, MONTHS - 1)
        self._faults = faults
        self._columns = {column.key: column for column in UNDERSTOOD[kind]}
        self._at: dict[str, int] = {}
        self._cells: dict[int, str] = {}
        self._months: dict[Month, int] = {}
        self._unknown: list[tuple[int, str, Cell]] = []

    @property
    def score(self) -> int:
        """How much of it is known."""
        return len(self._at) + bool(self._months)

    @property
    def fits(self) -> bool:
        """Whether it has all that a table of its kind needs."""
        return bool(self._months) and not self._missing()

    def read(self, head: Head, *, used: bool) -> None:
        """One cell of the header. A column without anything below may be called anything."""
        at = self._cells[head.column] = cell_name(head.row, head.column)
        cell = head.cell
        if (broken := unread(cell)) is not None:
            if used:
                self._faults.add(broken.code, cell=at, value=broken.seen)
            return
        try:
            each = month(cell)
        except Unfit as unfit:
            if unfit.phrase.code != "month_form" and used:  # a month is meant, and cannot be told
                self._faults.add_phrase(unfit.phrase, cell=at, value=cell)
                return
        else:
            self._month(head.column, at, each, used=used)
            return
        key = KNOWN[self._kind].get(plain(text(cell)))
        if key is None:
            if used:
                self._unknown.append((head.column, at, cell))
        elif key in self._at:
            first = self._cells[self._at[key]]
            self._faults.add("column_twice", cell=at, value=cell, first=first)
        else:
            self._at[key] = head.column

    def layout(self, last_row: int) -> Layout | None:
        """The layout; None where something in the header has to be mended first."""
        self._leave_out()
        for column in self._missing():
            self._faults.add("column_missing", name=f"{self._kind}.{column.key}")
        if not self._months:
            self._faults.add("months_missing", example=self._first)
        if self._faults.found:
            return None
        return Layout(
            kind=self._kind,
            header=last_row,
            at=self._at,
            months=dict(sorted(self._months.items())),
            columns=self._columns,
        )

    def _missing(self) -> list[Column]:
        missing = [c for c in self._columns.values() if c.required and c.key not in self._at]
        if self._kind == "requests" and not {"code", "place"} & set(self._at):
            missing.append(self._columns["code"])
        return missing

    def _month(self, column: int, at: str, each: Month, *, used: bool) -> None:
        if each < self._first:
            if used:
                self._faults.add(
                    "month_far", cell=at, value=each, first=self._first, last=self._last
                )
        elif each in self._months:
            twin = self._cells[self._months[each]]
            self._faults.add("column_twice", cell=at, value=each, first=twin)
        else:
            self._months[each] = column
            if each > self._last and used:
                # What was posted for such a month is exported, and comes back.
                self._faults.note("month_beyond", cell=at, value=each, last=self._last)

    def _leave_out(self) -> None:
        """Unknown columns are left out and named; a slip of one that is missing is asked about."""
        left: list[Phrase | str] = []
        # A sheet of talents whose header is gone begins with a person: never repeat that row.
        personal = self._kind == "talents" and bool(self._missing())
        for _, at, cell in self._unknown:
            if (meant := self._slip_of(cell)) is not None:
                hint = Phrase.of("is_it_column", name=f"{self._kind}.{meant}")
                value = "" if personal else cell
                self._faults.add("column_unknown", cell=at, value=value, hint=hint)
            elif personal or is_blank(cell):
                left.append(at)
            else:
                left.append(Phrase.of("in_cell", cell=at, text=display(cell)))
        if left:
            self._faults.note("columns_left_out", columns=tuple(left))

    def _slip_of(self, cell: Cell) -> str | None:
        """The key of a column that the sheet lacks and that a header nearly names."""
        word = plain(text(cell))
        near = [
            (SequenceMatcher(None, word, name).ratio(), key)
            for name, key in KNOWN[self._kind].items()
            if key not in self._at
        ]
        alike, best = max(near, default=(0.0, ""))
        needed = {column.key for column in self._missing()}
        if "code" in needed:
            needed.add("place")
        enough = _ALIKE_NEEDED if best in needed else _ALIKE
        return best if alike >= enough else None
