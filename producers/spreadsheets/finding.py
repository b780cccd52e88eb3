"""Which sheet of a file is the table that is meant, and where in it the header stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from models.months import Month
from models.text_folding import folded
from producers.spreadsheets.cells import is_blank
from producers.spreadsheets.faults import Faults
from producers.spreadsheets.grid import Grid
from producers.spreadsheets.header import Header, Layout
from producers.spreadsheets.two_rows import Head, heads
from wording.fields.column import SHEET_NAMES, Kind
from wording.fields.columns import COLUMNS

#: Sheets that every workbook of a plan has: its assignments would read like what is asked.
_OF_A_PLAN = (frozenset({"月別割当", "人材別"}), frozenset({"By month", "By talent"}))
#: Rows with something in them above which a header may stand: titles, dates, addressees.
_LOOKED_AT = 50
KINDS: tuple[Kind, ...] = ("talents", "requests")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Where in a sheet a header of one kind stands; `fits` where it has all it needs."""

    grid: Grid
    kind: Kind
    row: int
    height: int
    score: int
    fits: bool


def table_in(grid: Grid, kind: Kind, first_month: Month) -> Table | None:
    """The first header with all a table needs, else the one with most of it; None without any."""
    best: Table | None = None
    filled = (n for n, row in enumerate(grid.rows, 1) if not all(map(is_blank, row)))
    for number in islice(filled, _LOOKED_AT):
        for height in (1, 2) if number < len(grid.rows) else (1,):
            header = Header(kind, first_month, Faults(""))
            for head in heads(grid.rows, number, height):
                header.read(head, used=False)
            table = Table(
                grid=grid,
                kind=kind,
                row=number,
                height=height,
                score=header.score,
                fits=header.fits,
            )
            if table.fits:
                return table
            if table.score > (best.score if best else 0):
                best = table
            if table.score < 2:
                break
    return best


def layout(table: Table, first_month: Month, faults: Faults) -> Layout | None:
    """The layout of a table; None where its header cannot be used."""
    rows, last = table.grid.rows, table.row + table.height - 1
    header = Header(table.kind, first_month, faults)
    used = {n for row in rows[last:] for n, cell in enumerate(row) if not is_blank(cell)}
    width = max(len(row) for row in rows[table.row - 1 : last])
    beyond = (Head(last, column, "") for column in sorted(used) if column >= width)
    for head in (*heads(rows, table.row, table.height), *beyond):
        header.read(head, used=head.column in used)
    return header.layout(last)


def chosen(
    grids: Sequence[Grid], kind: Kind, first_month: Month, faults: Faults, sheet: str | None = None
) -> Table | None:
    """The table of a kind; None where there is none or it is not clear which, with the reason.

    `sheet` is the name of the sheet that people chose.
    """
    if any(names <= {grid.sheet for grid in grids} for names in _OF_A_PLAN):
        faults.add("plan_workbook", what=kind)
        return None
    looked_at = named(grids, sheet, faults)
    if not looked_at:
        return None
    if (large := _too_large(looked_at, kind)) is not None:
        faults.too_large(large.too_large)
        return None
    tables = [t for grid in looked_at if (t := table_in(grid, kind, first_month)) is not None]
    fitting = [table for table in tables if table.fits]
    if fitting:
        return fitting[0] if sheet else _one_of(fitting, faults)
    # A sheet that people see was meant before one that is hidden.
    nearest = max(tables, key=lambda t: (t.score > 1, not t.grid.hidden, t.score), default=None)
    if nearest is not None and nearest.score > 1:
        return nearest
    _say_none(looked_at, kind, faults)
    return None


def named(grids: Sequence[Grid], sheet: str | None, faults: Faults) -> Sequence[Grid]:
    """The sheets to look at: all, or the one of that name; none with a fault."""
    if sheet is None:
        return grids
    found = [grid for grid in grids if grid.sheet == sheet]
    found = found or [grid for grid in grids if folded(grid.sheet) == folded(sheet)]
    if len(found) != 1:
        faults.add("sheet_missing", name=sheet, sheets=_names(grids))
        return ()
    return found


def kinds(grids: Sequence[Grid], first_month: Month) -> tuple[Kind, ...]:
    """What some sheets hold, by their headers; a workbook may hold both.

    Where no header fits, the kind that was meant, so that its faults are said.
    """
    tables = [t for g in grids for k in KINDS if (t := table_in(g, k, first_month)) is not None]
    fitting = [table for table in tables if table.fits]
    seen = [table for table in fitting if not table.grid.hidden] or fitting
    if seen:
        return tuple(kind for kind in KINDS if any(table.kind == kind for table in seen))
    return (max(reversed(KINDS), key=lambda kind: _meant(grids, tables, kind)),)


def _meant(grids: Sequence[Grid], tables: Sequence[Table], kind: Kind) -> tuple[int, int]:
    """How much speaks for a kind: its headers, then its words in names and titles."""
    score = max((table.score for table in tables if table.kind == kind), default=0)
    words = (SHEET_NAMES[kind][0][-2:], SHEET_NAMES[kind][1].casefold())
    texts = [grid.sheet for grid in grids]
    texts += [str(c) for g in grids for row in g.rows[:_LOOKED_AT] for c in row]
    return score, sum(any(word in text.casefold() for word in words) for text in texts)


def _one_of(fitting: Sequence[Table], faults: Faults) -> Table | None:
    """The sheet in front among those that are seen; asked where none of several is."""
    seen = [table for table in fitting if not table.grid.hidden]
    if not seen:
        names = _names([table.grid for table in fitting])
        faults.add("sheet_hidden", sheets=names, name=fitting[0].grid.sheet)
        return None
    front = seen if len(seen) == 1 else [table for table in seen if table.grid.active]
    if not front:
        names = _names([table.grid for table in seen])
        faults.add("sheet_unclear", sheets=names, name=seen[0].grid.sheet)
        return None
    if others := [table.grid for table in fitting if table is not front[0]]:
        faults.note("sheet_others", sheets=_names(others))
    return front[0]


def _too_large(grids: Sequence[Grid], kind: Kind) -> Grid | None:
    """A sheet that may be the one that is meant, and was not read for its size."""
    large = [grid for grid in grids if grid.too_large and not grid.hidden]
    names = SHEET_NAMES[kind]
    return next((g for g in large if g.active or g.sheet in names or len(grids) == 1), None)


def _say_none(grids: Sequence[Grid], kind: Kind, faults: Faults) -> None:
    if large := [grid for grid in grids if grid.too_large]:
        faults.too_large(large[0].too_large)
    elif not any(grid.rows for grid in grids):
        faults.add("file_empty")
    else:
        needed = [f"{kind}.{column.key}" for column in COLUMNS[kind] if column.required]
        if kind == "requests":
            needed.insert(1, "requests.place")
        faults.add("table_missing", kind=kind, needed=tuple(needed), sheets=_names(grids))


def _names(grids: Sequence[Grid]) -> tuple[str, ...]:
    return tuple(grid.sheet for grid in grids)
