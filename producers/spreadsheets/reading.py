"""Reading a filled-in sheet: all that is wrong is found at once, and said where it stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.entities import Person, Request, Talent
from models.ids import PoolId
from models.labels import Lang
from models.months import Month
from producers.ports import Places
from producers.spreadsheets.column import Kind
from producers.spreadsheets.faults import Fault, Faults
from producers.spreadsheets.files import Cell, Grid, grid
from producers.spreadsheets.header import Layout, layout
from producers.spreadsheets.municipalities import Municipalities
from producers.spreadsheets.requests import RequestRows
from producers.spreadsheets.rows import Row
from producers.spreadsheets.talents import TalentRows

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a sheet says. Entities have revision 1; whoever applies them knows the present one.

    Where `faults` is not empty, entities without a fault are there nevertheless: applying some
    and not others is for the caller to decide.
    """

    kind: Kind
    name: str
    encoding: str = ""  #: utf-8, utf-8-sig or cp932; empty for a workbook
    rows: int = 0  #: filled in, without header and examples
    requests: tuple[Request, ...] = ()
    talents: tuple[Talent, ...] = ()
    people: tuple[Person, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()  #: what was mended on the way, and how the file was read
    silent: frozenset[str] = frozenset()  #: keys of columns that it does not have


def read(
    path: Path,
    kind: Kind,
    *,
    pool_id: str,
    first_month: Month,
    places: Places,
    lang: Lang = "ja",
    progress: Progress | None = None,
) -> Sheet:
    """What an xlsx or CSV file says. Never raises because of its content.

    Months from `first_month` on may be named. `progress` is called with rows read and rows in all.
    """
    faults = Faults(path.name, lang)
    found = grid(path, kind, faults)
    if found is None:
        return Sheet(kind=kind, name=path.name, faults=tuple(faults.found))
    return read_grid(
        found,
        kind,
        pool_id=pool_id,
        first_month=first_month,
        places=places,
        lang=lang,
        progress=progress,
    )


def read_grid(
    found: Grid,
    kind: Kind,
    *,
    pool_id: str,
    first_month: Month,
    places: Places,
    lang: Lang = "ja",
    progress: Progress | None = None,
) -> Sheet:
    """What the cells of a sheet say."""
    faults = Faults(found.sheet, lang)
    if found.encoding:
        faults.note("encoding_found", encoding=found.encoding)
    own = Municipalities(places, pool_id, lang)
    requests = RequestRows(PoolId(pool_id), own)
    talents = TalentRows(PoolId(pool_id), own, Municipalities(places, None, lang))
    take = requests.take if kind == "requests" else talents.take
    how = layout(found.rows, kind, first_month, faults)
    rows = _rows(found.rows, how, faults) if how else []
    if not rows and not faults.found:
        faults.add("file_empty")
    for count, row in enumerate(rows, 1):
        take(row)
        if progress:
            progress(count, len(rows))
    return Sheet(
        kind=kind,
        name=found.sheet,
        encoding=found.encoding,
        rows=len(rows),
        requests=requests.requests(),
        talents=talents.talents,
        people=talents.people,
        faults=tuple(faults.found),
        notes=tuple(faults.notes),
        silent=frozenset(how.columns) - frozenset(how.at) if how else frozenset(),
    )


def _rows(cells: Sequence[Sequence[Cell]], how: Layout, faults: Faults) -> list[Row]:
    """The rows to read: below the header, neither blank nor an example."""
    rows = (
        Row(number=number, cells=row, layout=how, faults=faults)
        for number, row in enumerate(cells, 1)
        if number > how.header
    )
    return [row for row in rows if not row.is_blank and not row.is_example]
