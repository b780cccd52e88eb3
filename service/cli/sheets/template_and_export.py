"""Spreadsheets at the command line: `template`, `import`, `export` and the offline `plan`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from application.exports.workbook import export_plan, write_csv
from application.queries.plan import plan_of
from infra.registry import Registry
from models.errors import Mistake
from models.ids import PoolId
from models.months import month_of
from producers.spreadsheets import template
from producers.whole_file import may_write
from service.cli import notation
from service.cli.app import (
    DatabaseOption,
    JsonOption,
    KafkaOption,
    LangOption,
    PoolOption,
    fail,
    out,
    run,
    settings,
)
from service.cli.choosing import pool, pool_id
from service.cli.frame.printing import say_json
from service.cli.frame.write_session import CallOptions, ForceOption, write_session
from service.cli.sheets.export_sheet import export_sheet
from service.cli.show.plan_totals import plan_totals
from service.wiring import office_clock
from wording.words import Words


def template_(
    kind: Annotated[
        Literal["requests", "talents"], typer.Argument(help="Which sheet: requests or talents.")
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="The workbook to write.")],
    *,
    first: Annotated[
        str | None, typer.Option("--from", metavar="MONTH", help="First month; this one.")
    ] = None,
    force: ForceOption = False,
    pool_: PoolOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Write an empty sheet to fill in: drop-downs, notes and an example row.

    記入用の表を作ります。選択肢、書き方の説明、見本の行が付いています。

    \b
    Example: talentpool template requests requests.xlsx --pool 20
    """
    if file.suffix.lower() != ".xlsx":
        raise Mistake("sheet_suffix", file=str(file), stem=file.stem)
    may_write(file, force=force)
    call = CallOptions(lang=lang, as_json=json_, database=database, kafka=kafka)
    month = notation.month(first) if first else month_of(office_clock(settings())().date())

    async def chosen() -> PoolId:
        async with write_session(call) as parts:
            return await pool(None, parts.store, parts.places)

    places = Registry()
    # A pool that is named needs no store: the template works before anything else does.
    of = pool_id(pool_, places) if pool_ else run(chosen())
    template(kind, file, pool_id=of, first_month=month, places=places, lang=lang)
    if json_:
        say_json({"file": str(file), "kind": kind, "pool_id": of})
        return
    command = call.command("import", str(file), "--pool", of, "--dry-run")
    for line in (
        call.say(f"✓ {file} を作りました。", f"✓ Wrote {file}."),
        call.say(f"  記入したら: {command}", f"  when it is filled in: {command}"),
    ):
        out.print(line, markup=False, soft_wrap=True)


def export(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="plan.xlsx, or with --csv a folder.")
    ],
    *,
    what: Annotated[
        Literal["plan", "requests", "talents"],
        typer.Option(help="The plan, or a sheet of requests or talents to change and import."),
    ] = "plan",
    csv: Annotated[bool, typer.Option("--csv", help="Write CSV files into a folder.")] = False,
    names: Annotated[
        bool, typer.Option("--names", help="Names of people beside their ids: personal data.")
    ] = False,
    force: ForceOption = False,
    pool_: PoolOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
    database: DatabaseOption = None,
    kafka: KafkaOption = None,
) -> None:
    """Write the pool's plan as a workbook: by month, talent and municipality, and what is unmet.

    配置計画を表に書き出します（月別、人材別、市区町村別、未充足と原因）。
    --what requests か talents なら、登録済みの内容を記入用の表に書き出します。

    \b
    Example: talentpool export plan.xlsx --pool 20
    Example: talentpool export talents.xlsx --what talents --pool 20
    """
    if not csv and file.suffix.lower() != ".xlsx":
        raise Mistake("plan_suffix", file=str(file), stem=file.stem)
    if csv and what != "plan":
        raise Mistake("csv_of_plans_only")
    call = CallOptions(lang=lang, as_json=json_, database=database, kafka=kafka)
    if not csv:
        may_write(file, force=force)
    if what != "plan":
        run(export_sheet(what, file, pool_, call, names=names))
        return

    async def work() -> None:
        async with write_session(call) as parts:
            of = await pool(pool_, parts.store, parts.places)
            view = await plan_of(parts.session(), of, names=names)
            words = Words(lang, parts.places)
            if view is None:
                fail(words("pool_has_no_plan_to_write", pool_id=of))
            written: tuple[Path, ...] = (file,)
            if csv:
                written = write_csv(file, view, words, force=force)
            else:
                export_plan(file, view, words)
            if json_:
                files = [str(each) for each in written]
                document = {"files": files, "pool_id": of, "version": view.plan.version}
                say_json(document)
                return
            named = ", ".join(map(str, written))
            out.print(
                call.say(f"✓ {named} に書き出しました。", f"✓ Wrote {named}."),
                markup=False,
                soft_wrap=True,
            )
            for line in plan_totals(view.totals, words):
                out.print(f"  {line}", markup=False, soft_wrap=True)

    run(work())
