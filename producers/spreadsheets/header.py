"""The header row of a sheet says which column is which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from models.folding import folded
from models.labels import Lang
from models.months import Month, plus
from producers.spreadsheets.cells import Unfit, is_blank, month, text
from producers.spreadsheets.column import Column, Kind
from producers.spreadsheets.columns import COLUMNS
from producers.spreadsheets.faults import Faults
from producers.spreadsheets.files import Cell

#: Months after the first one that a sheet may name, as many as an entity may hold.
MONTHS = 36


def cell_name(row: int, column: int) -> str:
    """`F23`, from a row as Excel counts (from 1) and a column from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which column is which, counted from 0, and the row of the header as Excel counts."""

    kind: Kind
    header: int
    at: Mapping[str, int]
    months: Mapping[Month, int]
    columns: Mapping[str, Column]


def layout(
    rows: Sequence[Sequence[Cell]], kind: Kind, first_month: Month, faults: Faults
) -> Layout | None:
    """The layout of a sheet; None where its header cannot be used."""
    number = next((n for n, row in enumerate(rows) if not all(map(is_blank, row))), None)
    if number is None:
        faults.add("file_empty")
        return None
    reader = _Header(kind, number + 1, first_month, faults)
    for column, cell in enumerate(rows[number]):
        below = (row[column] for row in rows[number + 1 :] if column < len(row))
        reader.read(column, cell, used=not all(map(is_blank, below)))
    return reader.layout()


class _Header:
    def __init__(self, kind: Kind, row: int, first_month: Month, faults: Faults) -> None:
        self._kind: Kind = kind
        self._row = row
        self._first, self._last = first_month, plus(first_month, MONTHS - 1)
        self._faults = faults
        self._lang: Lang = faults.lang
        self._columns = {column.key: column for column in COLUMNS[kind]}
        self._keys = {
            _plain(name): column.key
            for column in COLUMNS[kind]
            for name in (column.ja, column.en, *column.other)
        }
        self._at: dict[str, int] = {}
        self._months: dict[Month, int] = {}

    def read(self, column: int, cell: Cell, *, used: bool) -> None:
        """One cell of the header. An unused column may be called anything."""
        at = cell_name(self._row, column)
        try:
            each = month(cell)
        except Unfit as unfit:
            if unfit.code != "month_form" and used:  # a month is meant, and cannot be told
                self._faults.add(unfit.code, cell=at, value=cell, **unfit.words)
                return
        else:
            self._month(column, at, each, used=used)
            return
        key = self._keys.get(_plain(text(cell)))
        if key is None:
            if used:
                self._unknown(at, cell)
        elif key in self._at:
            self._faults.add(
                "column_twice", cell=at, value=cell, first=cell_name(self._row, self._at[key])
            )
        else:
            self._at[key] = column

    def layout(self) -> Layout | None:
        """The layout; None where something in the header has to be mended first."""
        missing = [c for c in self._columns.values() if c.required and c.key not in self._at]
        if self._kind == "requests" and not {"code", "place"} & set(self._at):
            missing.append(self._columns["code"])
        for column in missing:
            self._faults.add("column_missing", name=column.title(self._lang))
        if not self._months:
            self._faults.add("months_missing", example=self._first)
        if self._faults.found:
            return None
        return Layout(
            kind=self._kind,
            header=self._row,
            at=self._at,
            months=dict(sorted(self._months.items())),
            columns=self._columns,
        )

    def _month(self, column: int, at: str, each: Month, *, used: bool) -> None:
        first, last = self._first, self._last
        if not first <= each <= last:
            if used:
                self._faults.add("month_far", cell=at, value=each, first=first, last=last)
        elif each in self._months:
            twin = cell_name(self._row, self._months[each])
            self._faults.add("column_twice", cell=at, value=each, first=twin)
        else:
            self._months[each] = column

    def _unknown(self, at: str, cell: Cell) -> None:
        # A sheet of talents without its header begins with a person: never repeat that row.
        value = "" if self._kind == "talents" else cell
        hint = ""
        if near := get_close_matches(_plain(text(cell)), self._keys, n=1):
            title = self._columns[self._keys[near[0]]].title(self._lang)
            hint = f"Is it “{title}”? " if self._lang == "en" else f"「{title}」ですか。"
        self._faults.add("column_unknown", cell=at, value=value, hint=hint)


def _plain(name: str) -> str:
    """A header without width, spaces, case and what stands in brackets after it."""
    plain = folded(name)
    return plain.partition("(")[0] or plain
