"""A file becomes the cells of its sheets, once: workbooks, and text in its many forms.

Everything that can be wrong with a file ends as a fault, never as an error.
"""

from pathlib import Path

from producers.spreadsheets.cell import Cell
from producers.spreadsheets.damaged import Damaged
from producers.spreadsheets.faults import Faults
from producers.spreadsheets.grid import Grid, TooLarge
from producers.spreadsheets.other_files import other
from producers.spreadsheets.package import Package
from producers.spreadsheets.sheet_part import read_sheet
from producers.spreadsheets.text_file import read_text
from producers.spreadsheets.workbook import Shared, SheetEntry, shared, worksheets

__all__ = ["MAX_BYTES", "Cell", "Grid", "grids"]

MAX_BYTES = 20_000_000


def grids(path: Path, faults: Faults) -> tuple[Grid, ...]:
    """The sheets of a file; none where it cannot be read, with the reason among the faults."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Damaged("file_too_large", limit=f"{MAX_BYTES // 1_000_000} MB")
        content = path.read_bytes()
    except PermissionError:
        faults.add("file_locked")
    except OSError:
        faults.add("file_missing" if not path.exists() or path.is_dir() else "file_locked")
    except Damaged as damaged:
        _say(damaged, faults)
    else:
        return _read(content, path.name, faults)
    return ()


def _read(content: bytes, name: str, faults: Faults) -> tuple[Grid, ...]:
    if not content.removeprefix(b"\xef\xbb\xbf").strip():
        faults.add("file_empty")
        return ()
    try:
        # What a file is says its content: names are changed by hand.
        if content.startswith(b"PK"):
            return _workbook(Package(content))
        other(content)
        return (read_text(content, name),)
    except TooLarge as large:
        faults.too_large(large.cell)
    except Damaged as damaged:
        _say(damaged, faults)
    return ()


def _workbook(package: Package) -> tuple[Grid, ...]:
    common = shared(package)
    found = tuple(_sheet(package, entry, common) for entry in worksheets(package))
    if not found:
        raise Damaged("file_damaged")
    return found


def _sheet(package: Package, entry: SheetEntry, common: Shared) -> Grid:
    try:
        return read_sheet(package, entry, common)
    except TooLarge as large:
        # Another sheet of the workbook may well be the table that is meant.
        return Grid(
            sheet=entry.name,
            rows=(),
            hidden=entry.hidden,
            active=entry.active,
            too_large=large.cell,
        )


def _say(damaged: Damaged, faults: Faults) -> None:
    faults.add_phrase(damaged.phrase, cell=str(damaged.phrase.params.get("cell", "")))
