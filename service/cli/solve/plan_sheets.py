"""`plan`: two filled-in sheets become a checked plan and a workbook, without service or store."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from application.choosing import pool_id
from application.exports.plan_document import plan_document
from application.exports.workbook import export_plan
from application.queries.filled_sheet import earliest
from application.queries.offline import PoolPlanned, PoolToPlan, plan_pool_offline
from application.views.plan import PlanView, plan_view
from infra.registry import registry
from models.errors import Mistake
from models.ids import PoolId
from models.months import Month, month_of
from producers.ports import Places
from producers.spreadsheets import Book, Sheet, opened
from producers.whole_file import may_write
from service.cli.app import err, fail, out, run, settings
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import calls
from service.cli.frame.common_options import FORCE, POOL
from service.cli.frame.printing import say_json
from service.cli.frame.time_bar import time_bar
from service.cli.sheets.sheet_input import (
    fault_documents,
    fault_lines,
    must_exist,
    sheets,
)
from service.cli.show.plan_totals import plan_totals
from service.office_time import office_clock
from service.running.solver import solver
from service.wiring import region
from wording import Words
from wording.typed import notation


@calls(FORCE, POOL)
def plan_(
    call: CallOptions,
    *,
    requests_file: Annotated[
        Path, typer.Argument(metavar="REQUESTS", help="Requests: xlsx or CSV, as `template` makes.")
    ],
    talents_file: Annotated[Path, typer.Argument(metavar="TALENTS", help="Talents, likewise.")],
    out_file: Annotated[Path, typer.Argument(metavar="OUT.xlsx", help="The plan's workbook.")],
    requests_sheet: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The sheet of REQUESTS to read; the one in front."),
    ] = None,
    talents_sheet: Annotated[
        str | None, typer.Option(metavar="NAME", help="The sheet of TALENTS, likewise.")
    ] = None,
    seconds: Annotated[float, typer.Option(min=0.1, max=3600.0, help="Time to search.")] = 10.0,
    first: Annotated[
        str | None, typer.Option("--from", metavar="MONTH", help="First month; this one.")
    ] = None,
    names: Annotated[
        bool, typer.Option("--names", help="Names of people beside their ids: personal data.")
    ] = False,
) -> None:
    """Plan from two filled-in sheets without the service: solved, checked, written as a workbook.

    支援要請と人材の表から、サービスなしで配置計画の表を作ります。

    \b
    Example: talentpool plan requests.xlsx talents.xlsx plan.xlsx --pool 20
    """
    made, words, places = settings(), call.words, registry()
    must_exist(requests_file, talents_file)
    if out_file.suffix.lower() != ".xlsx":
        raise Mistake("plan_to_another_xlsx", file=str(out_file))
    may_write(out_file, requests_file, talents_file, force=call.force)
    today = office_clock(made)().date()
    present = notation.month(first) if first else month_of(today)
    started = earliest(present)
    asking, knowing = opened(requests_file, requests_sheet), opened(talents_file, talents_sheet)
    of = _pool(call.pool, asking, started, places)
    asked, known = read_in = [
        *sheets(asking, ("requests",), pool_id=of, first=started, places=places, words=words),
        *sheets(knowing, ("talents",), pool_id=of, first=started, places=places, words=words),
    ]
    if any(sheet.faults for sheet in read_in):
        _refuse(read_in, words, as_json=call.as_json)
    pool = PoolToPlan(
        pool_id=of,
        requests=tuple(asked.requests),
        talents=tuple(known.talents),
        first=present,
        today=today,
    )

    async def work() -> PoolPlanned:
        async with solver(warm=False) as child:
            with time_bar(words("solve_searching"), seconds):
                return await plan_pool_offline(
                    pool,
                    solver=child,
                    geography=region(made),
                    seconds=seconds,
                    explaining=lambda: err.status(words("solve_explaining")),
                )

    planned = run(work())
    view = plan_view(
        planned.solved.plan,
        pool.requests,
        pool.talents,
        ledger=planned.ledger,
        people=known.people if names else (),
    )
    export_plan(out_file, view, words)
    _say(view, out_file, call)


def _say(view: PlanView, file: Path, call: CallOptions) -> None:
    if call.as_json:
        say_json({"file": str(file), "plan": plan_document(view, call.words)})
        return
    done = call.words("plan_was_written", file=str(file))
    for line in (done, *(f"  {each}" for each in plan_totals(view.totals, call.words))):
        out.print(line, markup=False, soft_wrap=True)


def _pool(given: str | None, requests: Book, first: Month, places: Places) -> PoolId:
    if given:
        return pool_id(given, places)
    if found := requests.pool(first, places):
        return found
    raise Mistake("which_pool")


def _refuse(read_in: Sequence[Sheet], words: Words, *, as_json: bool) -> None:
    found = fault_documents(read_in, words)
    if as_json:
        say_json({"faults": found})
        raise typer.Exit(1)
    for line in fault_lines(read_in, words):
        out.print(line, markup=False, soft_wrap=True)
    fail(words("sheets_not_planned", n=len(found)))
