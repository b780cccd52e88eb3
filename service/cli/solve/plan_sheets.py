"""`plan`: two filled-in sheets become a checked plan and a workbook, without service or store."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from application.exports.plan_document import plan_document
from application.exports.workbook import export_plan
from application.views.plan import plan_view
from infra.registry import Registry
from matcher.building.problem_builder import build_problem
from matcher.building.workdays import workdays
from matcher.check import faults
from matcher.plan import Status
from matcher.planning.settle_matches import ledger
from matcher.ports import Snapshot
from models.errors import Mistake
from models.ids import PoolId
from models.months import Month, month_of
from models.pool_settings import PoolSettings
from producers.ports import Places
from producers.spreadsheets import Book, Sheet, opened
from producers.whole_file import may_write
from service.cli import notation
from service.cli.app import JsonOption, LangOption, PoolOption, fail, out, run, settings
from service.cli.choosing import pool_id
from service.cli.frame.printing import say_json
from service.cli.frame.write_session import ForceOption
from service.cli.sheets.sheet_input import (
    earliest,
    fault_documents,
    fault_lines,
    must_exist,
    sheets,
)
from service.cli.show.plan_totals import plan_totals
from service.cli.solve.progress import solved
from service.wiring import office_clock, region
from wording.labels import status
from wording.words import Words


def plan_(
    requests_file: Annotated[
        Path, typer.Argument(metavar="REQUESTS", help="Requests: xlsx or CSV, as `template` makes.")
    ],
    talents_file: Annotated[Path, typer.Argument(metavar="TALENTS", help="Talents, likewise.")],
    out_file: Annotated[Path, typer.Argument(metavar="OUT.xlsx", help="The plan's workbook.")],
    *,
    seconds: Annotated[float, typer.Option(min=0.1, max=3600.0, help="Time to search.")] = 10.0,
    first: Annotated[
        str | None, typer.Option("--from", metavar="MONTH", help="First month; this one.")
    ] = None,
    names: Annotated[
        bool, typer.Option("--names", help="Names of people beside their ids: personal data.")
    ] = False,
    force: ForceOption = False,
    pool_: PoolOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Plan from two filled-in sheets without the service: solved, checked, written as a workbook.

    支援要請と人材の表から、サービスなしで配置計画の表を作ります。

    \b
    Example: talentpool plan requests.xlsx talents.xlsx plan.xlsx --pool 20
    """
    made = settings()
    about = region(made)
    must_exist(requests_file, talents_file)
    if out_file.suffix.lower() != ".xlsx":
        raise Mistake(
            f"書き出す先 {out_file} は、入力とは別の .xlsx ファイルにしてください"
            " / the third file is the plan to write: another .xlsx file"
        )
    may_write(out_file, requests_file, talents_file, force=force)
    places = Registry()
    today = office_clock(made)().date()
    present = notation.month(first) if first else month_of(today)
    days = workdays(today) if present == month_of(today) else None
    started = earliest(present)
    asking, knowing = opened(requests_file), opened(talents_file)
    of = _pool(pool_, asking, started, places)
    words = Words(lang, places)
    read_in = [
        *sheets(asking, ("requests",), pool_id=of, first=started, places=places, words=words),
        *sheets(knowing, ("talents",), pool_id=of, first=started, places=places, words=words),
    ]
    if any(sheet.faults for sheet in read_in):
        _refuse(read_in, words, as_json=json_)
    asked, known = read_in[0].requests, read_in[1].talents
    snapshot = _snapshot(of, read_in)
    problem = build_problem(snapshot, present, about, days).problem
    plan = run(solved(problem, seconds, lang))
    if plan.status in (Status.INFEASIBLE, Status.UNKNOWN):
        fail(f"✕ {status(plan.status, lang)}")
    if broken := faults(problem, plan):
        fail(f"✕ 検算に合いません / the plan fails its check: {broken[0]}")
    people = read_in[1].people if names else ()
    words = Words(lang, places)
    view = plan_view(
        plan,
        asked,
        known,
        ledger=tuple(ledger(snapshot, plan, problem.pairs)),
        people=people,
    )
    export_plan(out_file, view, words)
    if json_:
        document = {"file": str(out_file), "plan": plan_document(view, words)}
        say_json(document)
        return
    done = f"✓ {out_file} を作りました。" if lang == "ja" else f"✓ Wrote {out_file}."
    for line in (done, *(f"  {each}" for each in plan_totals(view.totals, words))):
        out.print(line, markup=False, soft_wrap=True)


def _pool(given: str | None, requests: Book, first: Month, places: Places) -> PoolId:
    if given:
        return pool_id(given, places)
    if found := requests.pool(first, places):
        return found
    raise Mistake(
        "どの人材プールか分かりません。--pool 20 のように都道府県コードを付けてください"
        " / which pool? give --pool, such as --pool 20"
    )


def _snapshot(of: PoolId, read_in: Sequence[Sheet]) -> Snapshot:
    return Snapshot(
        pool_id=of,
        version=0,
        settings=PoolSettings(),
        requests=read_in[0].requests,
        talents=read_in[1].talents,
        matches=(),
        declines=(),
        correlation_id=UUID(int=0),
        fresh={},
    )


def _refuse(read_in: Sequence[Sheet], words: Words, *, as_json: bool) -> None:
    found = fault_documents(read_in, words)
    if as_json:
        say_json({"faults": found})
        raise typer.Exit(1)
    for line in fault_lines(read_in, words):
        out.print(line, markup=False, soft_wrap=True)
    fail(words("sheets_not_planned", n=len(found)))
