"""`whatif`: scenarios beside the live plan. It reads the store, and changes nothing."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Annotated

import typer
from rich.console import Group
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from matcher.building.workdays import workdays
from matcher.planning.planner import Solver
from matcher.roster.greedy import greedy
from matcher.solver_process.solver_client import SolverProcess
from matcher.whatif import MOST, Comparison, compare
from models.errors import Absent, Mistake
from models.months import month_of
from service.cli.app import (
    DatabaseOption,
    JsonOption,
    Lang,
    LangOption,
    PoolOption,
    err,
    settings,
)
from service.cli.choosing import pool
from service.cli.frame.read_session import Answer, Shelf, answered, say
from service.cli.frame.write_session import CallOptions
from service.cli.whatif.comparison_document import document
from service.cli.whatif.comparison_page import ending, page
from service.cli.whatif.make_real import commands
from service.cli.whatif.scenario_input import EXAMPLE, scenario, scenarios
from service.wiring import office_clock, region


def whatif(
    *,
    scenario_: Annotated[
        list[str],
        typer.Option(
            "--scenario",
            metavar="CHANGES",
            help=f'What would be different, with ; between changes: "{EXAMPLE}"; repeatable.',
            default_factory=list,
            show_default=False,
        ),
    ],
    file: Annotated[
        str | None,
        typer.Option("--file", metavar="FILE", help="Scenarios as JSON; - reads standard input."),
    ] = None,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0.1, max=3600.0, help="Time for each plan.")
    ] = 5.0,
    pool_: PoolOption = None,
    database: DatabaseOption = None,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Compare up to four scenarios with the live plan, side by side; nothing is changed.

    「もし〜だったら」を4つまで、いまの計画と並べて比べます。何も書き込みません。

    \b
    Changes: "T20-02 2026-12..2027-03 +16h", "vacant pm 40h skill=NAME:2", "weight coverage=100",
    "waive T20-02 P011/1", "line P013/2 people=2", "drop P011", "add request.json".
    変更：採用 pm 40h、重み 行き渡り=100、免除、要請枠 P013/2 人数=2、取下げ、追加 とも書けます。

    \b
    Example: talentpool whatif --pool 20 --scenario "vacant pm 40h" --scenario "drop P011"
    """
    wanted = [scenario(text) for text in scenario_] + (scenarios(file) if file else [])
    if not 1 <= len(wanted) <= MOST:
        raise Mistake(
            f"シナリオは1つから{MOST}つまで書けます（いま{len(wanted)}つ）。"
            f'例：--scenario "{EXAMPLE}" / give 1 to {MOST} scenarios, not {len(wanted)}'
        )
    call = CallOptions(lang=lang, database=database)
    made = settings(database)
    known, now = region(made), office_clock(made)

    async def answer(shelf: Shelf) -> Answer:
        pool_id = await pool(pool_, shelf.store, shelf.places)
        snapshot = await shelf.store.snapshot(pool_id)
        if snapshot is None:
            raise Absent(
                f"プール {pool_id} にはまだ何もありません。"
                "talentpool post request --help をご覧ください"
                f" / nothing is known of pool {pool_id}; see `talentpool post request --help`"
            )
        today = now().date()
        first = month_of(today)
        live = await shelf.store.plan(pool_id)
        days = workdays(today, snapshot.settings.closed_days)
        if live and live.version == snapshot.version and live.months[0] == first:
            # Compared on the day of the live plan: what changed since is the scenario alone.
            problem = await shelf.store.problem(pool_id)
            days = problem.workdays if problem else days

        async def compared(solver: Solver, begun: Callable[[int], None]) -> Comparison:
            return await compare(
                snapshot,
                live,
                wanted,
                solver=solver,
                first_month=first,
                seconds=seconds,
                region=known,
                days=days,
                begun=begun,
            )

        found = await _watched(compared, seconds, len(wanted), lang)
        real = [commands(snapshot, each, call, first) for each in wanted]
        sample = any(request.sample for request in snapshot.requests)
        return (
            Group(
                page(found, pool_id, shelf.places, lang, sample=sample),
                *ending(found, real, lang),
            ),
            document(found, pool_id, shelf.places, real, lang),
        )

    say(*answered(database, pool_, lang, answer), as_json=json_)


async def _watched(
    compared: Callable[[Solver, Callable[[int], None]], Awaitable[Comparison]],
    seconds: float,
    plans: int,
    lang: Lang,
) -> Comparison:
    """The comparison; a bar fills with the time, on a terminal alone."""
    words = "シナリオを計画しています" if lang == "ja" else "planning scenarios"
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn())
    solver = SolverProcess(greedy)
    try:
        await solver.warm()
        with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bars:
            bar = bars.add_task(words, total=seconds * plans)
            began = [0, time.monotonic()]

            def begun(done: int) -> None:
                began[:] = [done, time.monotonic()]

            task = asyncio.ensure_future(compared(solver, begun))
            try:
                while not (await asyncio.wait([task], timeout=0.1))[0]:
                    done, since = began
                    spent = min(seconds, time.monotonic() - since)
                    bars.update(bar, completed=seconds * done + spent)
                return await task
            finally:
                task.cancel()
    finally:
        await solver.close()
