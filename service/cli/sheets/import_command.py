"""`import`: a filled-in sheet, all of it or none, twice the same as once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from application.notes import skills_nobody_has
from models.ids import PoolId
from models.months import month_of
from producers.desk import Receipt
from producers.ports import Places
from producers.spreadsheets import Sheet, opened
from service.cli.app import (
    DatabaseOption,
    JsonOption,
    KafkaOption,
    LangOption,
    PoolOption,
    err,
    out,
    run,
)
from service.cli.choosing import pool
from service.cli.frame.printing import say_json
from service.cli.frame.receipts import Answer, give
from service.cli.frame.write_session import (
    CallOptions,
    DeadlineOption,
    DryRunOption,
    WaitOption,
    write_session,
)
from service.cli.sheets.import_answer import how_to_undo, imported_details, imported_headline
from service.cli.sheets.import_diff import Comparison, compared
from service.cli.sheets.sheet_input import (
    Wanted,
    earliest,
    fault_documents,
    fault_lines,
    kinds,
    must_exist,
    sheets,
)
from service.cli.sheets.what_was_read import read_documents, read_lines
from service.wiring import Parts
from wording.words import Words

SheetOption = Annotated[
    str | None,
    typer.Option("--sheet", metavar="NAME", help="The sheet to read; the one in front."),
]


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An xlsx or CSV file.")],
    *,
    kind: Annotated[
        Wanted, typer.Option(help="What the file holds; auto looks at its headers.")
    ] = "auto",
    sheet: SheetOption = None,
    dry_run: DryRunOption = False,
    pool_: PoolOption = None,
    wait: WaitOption = False,
    deadline: DeadlineOption = 60.0,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Import requests or talents from a filled-in sheet, all or none.

    記入した表を取り込みます。1か所でも違っていれば何も取り込まず、直すセルをすべて挙げます。
    同じ表をもう一度取り込んでも、変わった行だけが更新されます。

    \b
    Example: talentpool import requests.xlsx --pool 20 --dry-run
    """
    must_exist(file)
    call = CallOptions(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )

    async def work() -> None:
        async with write_session(call) as parts:
            first = earliest(month_of(parts.now().date()))
            book = opened(file, sheet)
            given = pool_ or book.pool(first, parts.places)
            pool_id = await pool(given, parts.store, parts.places)
            found = kinds(book, kind, first)
            words = Words(lang, parts.places)
            read_in = sheets(
                book, found, pool_id=pool_id, first=first, places=parts.places, words=words
            )
            if any(each.faults for each in read_in):
                _refuse(read_in, pool_id, parts.places, call, dry_run=dry_run)
            comparison = await compared(parts, pool_id, read_in, first)
            await _import(parts, pool_id, file, read_in, comparison, call, dry_run=dry_run)

    run(work())


def _refuse(
    read_in: Sequence[Sheet], pool_id: PoolId, places: Places, call: CallOptions, *, dry_run: bool
) -> None:
    words = Words(call.lang, places)
    faults = fault_documents(read_in, words)
    if call.as_json:
        document = {"receipts": [], "undo": [], "dry_run": dry_run, "pool_id": pool_id}
        _print_document({**document, "faults": faults, "read": read_documents(read_in, words)})
        raise typer.Exit(1)
    err.print(
        call.say(
            f"✕ 直すところが{len(faults)}か所あります。何も取り込んでいません。",
            f"✕ {len(faults)} cells have to be mended; nothing was imported.",
        ),
        markup=False,
        soft_wrap=True,
    )
    for line in (*fault_lines(read_in, words), *read_lines(read_in, pool_id, places, call)):
        out.print(line, markup=False, soft_wrap=True)
    raise typer.Exit(1)


async def _import(
    parts: Parts,
    pool_id: PoolId,
    file: Path,
    read_in: Sequence[Sheet],
    comparison: Comparison,
    call: CallOptions,
    *,
    dry_run: bool,
) -> None:
    receipts: list[Receipt] = []
    undo: list[str] = []
    refused = bool(comparison.cannot)
    if comparison.changes_something and not refused:
        # A dry run says what the import itself would refuse.
        await parts.desk.examine(comparison.requests(), comparison.talents())
    if comparison.changes_something and not dry_run and not refused:
        undo, kept = how_to_undo(comparison, pool_id, file, call)
        try:
            with err.status(call.say("登録しています…", "posting…")):
                receipts = await parts.desk.post(
                    comparison.requests(), comparison.talents(), comparison.people
                )
        except BaseException:
            if kept is not None:
                kept.unlink(missing_ok=True)  # nothing was imported: nothing is to be undone
            raise
    words = Words(call.lang, parts.places)
    notes = [note.text(words) for sheet in read_in for note in sheet.notes]
    asked = await skills_nobody_has(
        parts.session(), pool_id, comparison.requests(), joining=comparison.talents()
    )
    unknown = [call.words.say(each) for each in asked]
    was_read = [*read_lines(read_in, pool_id, parts.places, call), *unknown]
    answer = Answer(
        headline=imported_headline(comparison, call, written=bool(receipts), dry_run=dry_run),
        details=[*imported_details(comparison, parts.places, call), *was_read],
        receipts=receipts,
        undo=undo,
        more={
            "dry_run": dry_run,
            "pool_id": pool_id,
            **comparison.document(),
            "faults": [],
            "notes": [*notes, *unknown],
            "read": read_documents(read_in, words),
        },
    )
    await give(parts.session(), answer, call)
    if refused or comparison.newer:
        raise typer.Exit(1)


def _print_document(document: dict[str, Any]) -> None:
    say_json(document, indent=2)
