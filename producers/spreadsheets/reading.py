"""Reading a filled-in sheet: all that is wrong is found at once, and said where it stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models.entities import Person, Request, Talent
from models.ids import PoolId
from models.months import Month
from producers.ports import Places
from producers.spreadsheets.faults import Fault, Faults
from producers.spreadsheets.files import grids
from producers.spreadsheets.finding import chosen, layout
from producers.spreadsheets.grid import Grid
from producers.spreadsheets.header import Layout
from producers.spreadsheets.hidden import say_hidden
from producers.spreadsheets.merged import with_merged
from producers.spreadsheets.municipalities import Municipalities
from producers.spreadsheets.requests import RequestRows
from producers.spreadsheets.rows import Row
from producers.spreadsheets.skipped import Why, say_skipped, why_skipped
from producers.spreadsheets.stamps import stamps_of
from producers.spreadsheets.talents import TalentRows
from wording.fields.column import Kind
from wording.fields.columns import STAMP

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a sheet says. Entities have revision 1; whoever applies them knows the present one.

    Where `faults` is not empty, entities without a fault are there nevertheless: applying some
    and not others is for the caller to decide.
    """

    kind: Kind
    name: str
    encoding: str = ""  #: utf-8, utf-8-sig, cp932 and so on; empty for a workbook
    header: int = 0  #: its last row, as Excel counts; 0 where none was found
    rows: int = 0  #: that were read: filled in, without header, examples and totals
    skipped: tuple[tuple[int, Why], ...] = ()  #: rows that were not read, and why
    joined: tuple[tuple[int, str], ...] = ()  #: rows without an ID, and whose they became
    months: tuple[Month, ...] = ()
    requests: tuple[Request, ...] = ()
    talents: tuple[Talent, ...] = ()
    people: tuple[Person, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()  #: what was mended on the way, and how the file was read
    stamps: Mapping[str, int] = field(default_factory=dict)  #: revision each was exported at, by id
    silent: frozenset[str] = frozenset()  #: keys of columns that it does not have


def read(
    path: Path,
    kind: Kind,
    *,
    pool_id: str,
    first_month: Month,
    places: Places,
    progress: Progress | None = None,
) -> Sheet:
    """What an xlsx or CSV file says. Never raises because of its content.

    Months from `first_month` on may be named. `progress` is called with rows read and rows in all.
    """
    faults = Faults(path.name)
    found = grids(path, faults)
    if not found:
        return Sheet(kind=kind, name=path.name, faults=tuple(faults.found))
    return read_table(
        found,
        kind,
        name=path.name,
        pool_id=pool_id,
        first_month=first_month,
        places=places,
        progress=progress,
    )


def read_table(
    found: Sequence[Grid],
    kind: Kind,
    *,
    name: str,
    pool_id: str,
    first_month: Month,
    places: Places,
    sheet: str | None = None,
    progress: Progress | None = None,
) -> Sheet:
    """What the table of a kind among the sheets of a file says; `sheet` where people chose one."""
    faults = Faults(name)
    table = chosen(found, kind, first_month, faults, sheet)
    if table is None:
        return Sheet(kind=kind, name=name, faults=tuple(faults.found))
    grid = table.grid
    faults.sheet = grid.sheet
    if grid.encoding:
        faults.note("encoding_found", encoding=grid.encoding)
    how = layout(table, first_month, faults)
    if how is None:
        return Sheet(
            kind=kind,
            name=grid.sheet,
            encoding=grid.encoding,
            header=table.row + table.height - 1,
            faults=tuple(faults.found),
            notes=tuple(faults.notes),
        )
    own = Municipalities(places, pool_id)
    anywhere = Municipalities(places, None, home=pool_id)
    rows, skipped = _rows(grid, how, faults)
    if not rows and not faults.found:
        faults.add("file_empty")
    requests = RequestRows(PoolId(pool_id), own, was_sorted=grid.sorted_by_hand)
    talents = TalentRows(PoolId(pool_id), own, anywhere)
    take = requests.take if kind == "requests" else talents.take
    for count, row in enumerate(rows, 1):
        take(row)
        if progress:
            progress(count, len(rows))
    stamps = stamps_of(rows, "request_id" if kind == "requests" else "talent_id")
    say_skipped(skipped, faults)
    say_hidden(grid, how, [row.number for row in rows], faults)
    made = requests.requests()
    joined = requests.say_joined(faults)
    return Sheet(
        kind=kind,
        name=grid.sheet,
        encoding=grid.encoding,
        header=how.header,
        rows=len(rows),
        skipped=tuple((row.number, why) for row, why in skipped),
        joined=joined,
        months=tuple(how.months),
        requests=made,
        talents=talents.talents,
        people=talents.people,
        stamps=stamps,
        faults=tuple(sorted(faults.found, key=lambda fault: fault.place)),
        notes=tuple(faults.notes),
        silent=frozenset(how.columns) - frozenset(how.at) - {STAMP.key},
    )


def read_grid(
    found: Grid,
    kind: Kind,
    *,
    pool_id: str,
    first_month: Month,
    places: Places,
    progress: Progress | None = None,
) -> Sheet:
    """What the cells of one sheet say."""
    return read_table(
        (found,),
        kind,
        name=found.sheet,
        pool_id=pool_id,
        first_month=first_month,
        places=places,
        progress=progress,
    )


def _rows(grid: Grid, how: Layout, faults: Faults) -> tuple[list[Row], list[tuple[Row, Why]]]:
    """The rows to read, and those below the header that are none of the table."""
    rows: list[Row] = []
    skipped: list[tuple[Row, Why]] = []
    for number, cells in enumerate(with_merged(grid, how, faults), 1):
        row = Row(number=number, cells=cells, layout=how, faults=faults)
        if number <= how.header or row.is_blank:
            continue
        why = why_skipped(row)
        if why is None:
            rows.append(row)
        else:
            skipped.append((row, why))
    return rows, skipped
