"""`import`: a filled-in sheet, all of it or none, twice the same as once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from application.choosing import pool
from application.commands.import_sheets import Comparison, compared, import_sheets
from application.notes import skills_nobody_has
from application.queries.filled_sheet import earliest
from application.session import Session
from models.ids import PoolId
from producers.desk import Receipt
from producers.ports import Places
from producers.spreadsheets import Sheet, opened
from service import exit_codes
from service.cli.app import err, out
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import writes
from service.cli.frame.common_options import DRY_RUN, POOL, waiting_at_most
from service.cli.frame.printing import say_json
from service.cli.frame.receipts import Answer, give
from service.cli.sheets.import_answer import how_to_undo, imported_details, imported_headline
from service.cli.sheets.sheet_input import (
    Wanted,
    fault_documents,
    fault_lines,
    kinds,
    must_exist,
    sheets,
)
from service.cli.sheets.what_was_read import read_documents, read_lines

SheetOption = Annotated[
    str | None,
    typer.Option("--sheet", metavar="NAME", help="The sheet to read; the one in front."),
]


@writes(POOL, DRY_RUN, *waiting_at_most(60))
async def import_(
    session: Session,
    call: CallOptions,
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An xlsx or CSV file.")],
    kind: Annotated[
        Wanted, typer.Option(help="What the file holds; auto looks at its headers.")
    ] = "auto",
    sheet: SheetOption = None,
) -> None:
    """Import requests or talents from a filled-in sheet, all or none.

    記入した表を取り込みます。1か所でも違っていれば何も取り込まず、直すセルをすべて挙げます。
    同じ表をもう一度取り込んでも、変わった行だけが更新されます。

    \b
    Example: talentpool import requests.xlsx --pool 20 --dry-run
    """
    must_exist(file)
    first, places = earliest(session.present), session.places
    book = opened(file, sheet)
    pool_id = await pool(call.pool or book.pool(first, places), session.reads, places)
    found = kinds(book, kind, first)
    read_in = sheets(book, found, pool_id=pool_id, first=first, places=places, words=call.words)
    if any(each.faults for each in read_in):
        _refuse(read_in, pool_id, places, call)
    comparison = await compared(session, pool_id, read_in, first)
    await _import(session, pool_id, file, read_in, comparison, call)


def _refuse(
    read_in: Sequence[Sheet], pool_id: PoolId, places: Places, call: CallOptions
) -> NoReturn:
    words = call.words
    faults = fault_documents(read_in, words)
    if call.as_json:
        document = {"receipts": [], "undo": [], "dry_run": call.dry_run, "pool_id": pool_id}
        document |= {"faults": faults, "read": read_documents(read_in, words)}
        say_json(document, indent=2)
        raise typer.Exit(exit_codes.NOT_FINE)
    err.print(words("import_has_faults", count=len(faults)), markup=False, soft_wrap=True)
    for line in (*fault_lines(read_in, words), *read_lines(read_in, pool_id, places, call)):
        out.print(line, markup=False, soft_wrap=True)
    raise typer.Exit(exit_codes.NOT_FINE)


async def _import(
    session: Session,
    pool_id: PoolId,
    file: Path,
    read_in: Sequence[Sheet],
    comparison: Comparison,
    call: CallOptions,
) -> None:
    words = call.words
    receipts: Sequence[Receipt] = ()
    undo: list[str] = []
    refused = bool(comparison.cannot)
    if call.dry_run or refused or not comparison.changes_something:
        # A dry run says what the import itself would refuse.
        await import_sheets(session, comparison, dry_run=True)
    else:
        undo, kept = how_to_undo(comparison, pool_id, file, call)
        try:
            with err.status(words("posting_now")):
                receipts = await import_sheets(session, comparison)
        except BaseException:
            if kept is not None:
                kept.unlink(missing_ok=True)  # nothing was imported: nothing is to be undone
            raise
    notes = [note.text(words) for sheet in read_in for note in sheet.notes]
    asked = await skills_nobody_has(
        session, pool_id, comparison.requests(), joining=comparison.talents()
    )
    unknown = [words.say(each) for each in asked]
    was_read = [*read_lines(read_in, pool_id, session.places, call), *unknown]
    written = bool(receipts)
    answer = Answer(
        headline=imported_headline(comparison, words, written=written, dry_run=call.dry_run),
        details=[*imported_details(comparison, words), *was_read],
        receipts=receipts,
        undo=undo,
        more={
            "dry_run": call.dry_run,
            "pool_id": pool_id,
            **comparison.document(),
            "faults": [],
            "notes": [*notes, *unknown],
            "read": read_documents(read_in, words),
        },
    )
    await give(session, answer, call)
    if refused or comparison.newer:
        raise typer.Exit(exit_codes.NOT_FINE)
