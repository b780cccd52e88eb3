"""`import`: a filled-in sheet, all of it or none, twice the same as once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from models.entities import Request, Talent
from models.ids import PoolId
from models.labels import role
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
    app,
    err,
    out,
    run,
)
from service.cli.choosing import pool
from service.cli.comparing import Comparison, compared, id_of, reason
from service.cli.door import DeadlineOption, DryRunOption, Manner, WaitOption, door
from service.cli.filled_in import (
    Wanted,
    earliest,
    fault_documents,
    fault_lines,
    kinds,
    must_exist,
    sheets,
)
from service.cli.printing import say_json
from service.cli.read_in import read_documents, read_lines
from service.cli.receipts import Answer, give
from service.cli.undoing import undoing
from service.cli.unheld import unheld
from service.wiring import Parts

SheetOption = Annotated[
    str | None,
    typer.Option("--sheet", metavar="NAME", help="The sheet to read; the one in front."),
]

#: Lines of each sort that are shown; --json has all of them.
_SHOWN = 20


@app.command("import")
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
    manner = Manner(
        lang=lang, as_json=json_, wait=wait, deadline=deadline, database=database, kafka=kafka
    )

    async def work() -> None:
        async with door(manner) as parts:
            first = earliest(month_of(parts.now().date()))
            book = opened(file, lang, sheet)
            given = pool_ or book.pool(first, parts.places)
            pool_id = await pool(given, parts.store, parts.places)
            found = kinds(book, kind, first)
            read_in = sheets(book, found, pool_id=pool_id, first=first, places=parts.places)
            if any(each.faults for each in read_in):
                _refuse(read_in, pool_id, parts.places, manner, dry_run=dry_run)
            comparison = await compared(parts, pool_id, read_in, first)
            await _import(parts, pool_id, read_in, comparison, manner, dry_run=dry_run)

    run(work())


def _refuse(
    read_in: Sequence[Sheet], pool_id: PoolId, places: Places, manner: Manner, *, dry_run: bool
) -> None:
    faults = fault_documents(read_in)
    if manner.as_json:
        document = {"receipts": [], "undo": [], "dry_run": dry_run, "pool_id": pool_id}
        _print_document({**document, "faults": faults, "read": read_documents(read_in)})
        raise typer.Exit(1)
    err.print(
        manner.say(
            f"✕ 直すところが{len(faults)}か所あります。何も取り込んでいません。",
            f"✕ {len(faults)} cells have to be mended; nothing was imported.",
        ),
        markup=False,
        soft_wrap=True,
    )
    for line in (*fault_lines(read_in, manner.lang), *read_lines(read_in, pool_id, places, manner)):
        out.print(line, markup=False, soft_wrap=True)
    raise typer.Exit(1)


async def _import(
    parts: Parts,
    pool_id: PoolId,
    read_in: Sequence[Sheet],
    comparison: Comparison,
    manner: Manner,
    *,
    dry_run: bool,
) -> None:
    receipts: list[Receipt] = []
    refused = bool(comparison.cannot)
    if comparison.changes_something and not refused:
        # A dry run says what the import itself would refuse.
        await parts.desk.examine(comparison.requests(), comparison.talents())
    if comparison.changes_something and not dry_run and not refused:
        with err.status(manner.say("登録しています…", "posting…")):
            receipts = await parts.desk.post(
                comparison.requests(), comparison.talents(), comparison.people
            )
    notes = [note.text for sheet in read_in for note in sheet.notes]
    unknown = await unheld(
        parts, pool_id, comparison.requests(), manner, joining=comparison.talents()
    )
    was_read = [*read_lines(read_in, pool_id, parts.places, manner), *unknown]
    answer = Answer(
        headline=_headline(comparison, manner, written=bool(receipts), dry_run=dry_run),
        details=[*_details(comparison, parts.places, manner), *was_read],
        receipts=receipts,
        undo=_undo(comparison, pool_id, manner) if receipts else [],
        more={
            "dry_run": dry_run,
            "pool_id": pool_id,
            **comparison.document(),
            "faults": [],
            "notes": [*notes, *unknown],
            "read": read_documents(read_in),
        },
    )
    await give(parts, answer, manner)
    if refused:
        raise typer.Exit(1)


def _headline(comparison: Comparison, manner: Manner, *, written: bool, dry_run: bool) -> str:
    ja = (
        f"新規 {len(comparison.new)}件、変更 {len(comparison.amended)}件、"
        f"変更なし {len(comparison.unchanged)}件、取り込めない {len(comparison.cannot)}件"
    )
    en = (
        f"{len(comparison.new)} new, {len(comparison.amended)} amended, "
        f"{len(comparison.unchanged)} unchanged, {len(comparison.cannot)} cannot be imported"
    )
    if comparison.cannot:
        return manner.say(f"✕ 何も取り込んでいません（{ja}）。", f"✕ Nothing was imported: {en}.")
    if dry_run:
        return manner.say(f"取り込むとこうなります：{ja}。", f"An import would make: {en}.")
    if written or comparison.people:
        return manner.say(f"✓ 取り込みました：{ja}。", f"✓ Imported: {en}.")
    return manner.say(f"変わったところはありません（{ja}）。", f"Nothing has changed: {en}.")


def _details(comparison: Comparison, places: Places, manner: Manner) -> list[str]:
    new = [f"{manner.say('新規', 'new')} {id_of(e)}　{_title(e, manner)}" for e in comparison.new]
    amended = [
        f"{manner.say('変更', 'amended')} {id_of(each.before)}　"
        + manner.say("、", "; ").join(change.text(places, manner.lang) for change in each.changes)
        for each in comparison.amended
    ]
    cannot = [
        f"{manner.say('取り込めない', 'cannot')} {id_of(e)}　{reason(e, manner.lang)}"
        for e in comparison.cannot
    ]
    return [line for lines in (new, amended, cannot) for line in _some(lines, manner)]


def _some(lines: list[str], manner: Manner) -> list[str]:
    rest = len(lines) - _SHOWN
    if rest <= 0:
        return lines
    return [*lines[:_SHOWN], manner.say(f"ほか{rest}件（--json で全部）", f"{rest} more: --json")]


def _title(entity: Request | Talent, manner: Manner) -> str:
    if isinstance(entity, Request):
        return entity.title
    return "・".join(role(each, manner.lang, short=True) for each in entity.roles)


def _undo(comparison: Comparison, pool_id: PoolId, manner: Manner) -> list[str]:
    commands = []
    for kind, wanted in (("request", Request), ("talent", Talent)):
        if ids := [id_of(each) for each in comparison.new if isinstance(each, wanted)]:
            commands.append(manner.command("withdraw", kind, *ids, "--pool", pool_id))
    for each in comparison.amended:
        kind = "request" if isinstance(each.before, Request) else "talent"
        options = undoing(each.before, each.after)
        commands.append(
            manner.command("amend", kind, id_of(each.before), "--pool", pool_id, *options)
        )
    return commands


def _print_document(document: dict[str, Any]) -> None:
    say_json(document, indent=2)
