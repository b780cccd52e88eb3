"""`template`: an empty sheet to fill in."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from application.choosing import pool, pool_id
from infra.registry import registry
from models.errors import Mistake
from models.ids import PoolId
from models.months import month_of
from producers.spreadsheets import template
from producers.whole_file import may_write
from service import office_time
from service.cli.app import out, run, settings
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import calls
from service.cli.frame.common_options import DATABASE, FORCE, KAFKA, POOL
from service.cli.frame.printing import say_json
from service.cli.frame.read_session import looking
from wording.typed import notation


@calls(FORCE, POOL, DATABASE, KAFKA)
def template_(
    call: CallOptions,
    *,
    kind: Annotated[
        Literal["requests", "talents"], typer.Argument(help="Which sheet: requests or talents.")
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="The workbook to write.")],
    first: Annotated[
        str | None, typer.Option("--from", metavar="MONTH", help="First month; this one.")
    ] = None,
) -> None:
    """Write an empty sheet to fill in: drop-downs, notes and an example row.

    記入用の表を作ります。選択肢、書き方の説明、見本の行が付いています。

    \b
    Example: talentpool template requests requests.xlsx --pool 20
    """
    if file.suffix.lower() != ".xlsx":
        raise Mistake("sheet_suffix", file=str(file), stem=file.stem)
    may_write(file, force=call.force)
    present = month_of(office_time.office_clock(settings())().date())
    month = notation.month(first) if first else present

    async def chosen() -> PoolId:
        async with looking(call) as session:
            return await pool(None, session.reads, session.places)

    places, words = registry(), call.words
    # A pool that is named needs no store: the template works before anything else does.
    of = pool_id(call.pool, places) if call.pool else run(chosen())
    template(kind, file, pool_id=of, first_month=month, places=places, lang=call.lang)
    if call.as_json:
        say_json({"file": str(file), "kind": kind, "pool_id": of})
        return
    command = call.command("import", str(file), "--pool", of, "--dry-run")
    for line in (
        words("template_written", file=str(file)),
        f"  {words('when_it_is_filled_in', command=command)}",
    ):
        out.print(line, markup=False, soft_wrap=True)
