"""`export`: the plan as a workbook or CSV, or what is known as a sheet to change and import."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from application.choosing import pool
from application.exports.workbook import export_plan, write_csv
from application.queries.plan import plan_of
from application.session import ReadSession
from models.errors import Mistake
from producers.whole_file import may_write
from service.cli.app import fail, out
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import reads
from service.cli.frame.common_options import FORCE, KAFKA, POOL
from service.cli.frame.printing import say_json
from service.cli.sheets.export_sheet import export_sheet
from service.cli.show.plan_totals import plan_totals


@reads(FORCE, POOL, KAFKA)
async def export(
    session: ReadSession,
    call: CallOptions,
    *,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="plan.xlsx, or with --csv a folder.")
    ],
    what: Annotated[
        Literal["plan", "requests", "talents"],
        typer.Option(help="The plan, or a sheet of requests or talents to change and import."),
    ] = "plan",
    csv: Annotated[bool, typer.Option("--csv", help="Write CSV files into a folder.")] = False,
    names: Annotated[
        bool, typer.Option("--names", help="Names of people beside their ids: personal data.")
    ] = False,
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
    if not csv:
        may_write(file, force=call.force)
    pool_id = await pool(call.pool, session.reads, session.places)
    if what != "plan":
        await export_sheet(session, call, what, file, pool_id, names=names)
        return
    view, words = await plan_of(session, pool_id, names=names), call.words
    if view is None:
        fail(words("pool_has_no_plan_to_write", pool_id=pool_id))
    written: tuple[Path, ...] = (file,)
    if csv:
        written = write_csv(file, view, words, force=call.force)
    else:
        export_plan(file, view, words)
    files = tuple(str(each) for each in written)
    if call.as_json:
        say_json({"files": list(files), "pool_id": pool_id, "version": view.plan.version})
        return
    out.print(words("plan_written", files=files), markup=False, soft_wrap=True)
    for line in plan_totals(view.totals, words):
        out.print(f"  {line}", markup=False, soft_wrap=True)
