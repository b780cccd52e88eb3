"""Filled-in sheets on their way in: which kind they are, which pool they mean, what they say."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bars

from models.errors import Mistake
from models.months import Month
from producers.ports import Places
from producers.spreadsheets import Book, Kind, Progress, Sheet
from service.cli.app import err
from service.cli.frame.text_columns import plain
from wording.words import Words

Wanted = Literal["auto", "requests", "talents"]


def kinds(book: Book, wanted: Wanted, first: Month) -> tuple[Kind, ...]:
    """What a file holds, by its headers; a workbook may hold both sheets.

    Where its headers are of neither kind, the nearer one, so that its faults are said.
    """
    return book.kinds(first) if wanted == "auto" else (wanted,)


def sheets(
    book: Book,
    found: Sequence[Kind],
    *,
    pool_id: str,
    first: Month,
    places: Places,
    words: Words,
) -> list[Sheet]:
    """Every sheet of the file that was found, read whole; a bar shows the rows on a terminal."""
    read_in = []
    for kind in found:
        with bar(words("sheet_reading", name=book.name)) as progress:
            read_in.append(
                book.read(
                    kind, pool_id=pool_id, first_month=first, places=places, progress=progress
                )
            )
    return read_in


@contextmanager
def bar(text: str) -> Iterator[Progress]:
    """A progress bar on stderr, on a terminal alone."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, console=err, transient=True, disable=not err.is_terminal) as bars:
        task = bars.add_task(text, total=None)
        yield lambda done, total: bars.update(task, completed=done, total=total)


def fault_lines(read_in: Sequence[Sheet], words: Words) -> list[str]:
    """Every fault as a row: sheet, cell, what is wrong, how to mend it."""
    header = [words(code) for code in ("head_sheet", "head_cell", "head_what", "head_how")]
    rows = [
        (f.sheet, f.cell, f.what(words), f.how(words)) for sheet in read_in for f in sheet.faults
    ]
    return plain(header, rows) if rows else []


def fault_documents(read_in: Sequence[Sheet], words: Words) -> list[dict[str, Any]]:
    """The same for `--json`."""
    return [
        {
            "sheet": f.sheet,
            "cell": f.cell,
            "code": f.code,
            "what": f.what(words),
            "how": f.how(words),
        }
        for sheet in read_in
        for f in sheet.faults
    ]


def must_exist(*files: Path) -> None:
    """Mistake where a file is not there."""
    for file in files:
        if not file.is_file():
            raise Mistake("sheet_file_missing", file=str(file), name=file.name)
