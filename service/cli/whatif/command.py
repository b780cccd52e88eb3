"""`whatif`: scenarios beside the live plan. It reads the store, and changes nothing."""

from typing import Annotated

import typer
from rich.console import Group

from application.choosing import pool
from application.exports.comparison_document import comparison_document
from application.queries.whatif import Compared, WhatIf, what_if
from application.session import ReadSession
from models.errors import Absent
from service.cli.app import out, settings
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import reads
from service.cli.frame.common_options import POOL
from service.cli.frame.printing import say_json
from service.cli.frame.repeated import repeated
from service.cli.frame.step_commands import step_command
from service.cli.frame.time_bar import time_bar
from service.cli.whatif.comparison_page import ending, page
from service.cli.whatif.scenario_file import scenario, scenarios
from service.running.solver import solver
from service.wiring import region
from wording.typed.scenario import EXAMPLE


@reads(POOL)
async def whatif(
    session: ReadSession,
    call: CallOptions,
    *,
    scenario_: Annotated[
        list[str],
        repeated(
            "--scenario",
            metavar="CHANGES",
            says=f'What would be different, with ; between changes: "{EXAMPLE}"; repeatable.',
        ),
    ],
    file: Annotated[
        str | None,
        typer.Option("--file", metavar="FILE", help="Scenarios as JSON; - reads standard input."),
    ] = None,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0.1, max=3600.0, help="Time for each plan.")
    ] = 5.0,
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
    if not await session.reads.pools():
        raise Absent("nothing_yet")
    asked = WhatIf(
        pool_id=await pool(call.pool, session.reads, session.places),
        scenarios=tuple(wanted),
        seconds=seconds,
    )
    geography = region(settings(call.database))
    async with solver() as child:
        with time_bar(call.words("whatif_planning"), seconds, len(wanted)) as begun:
            found = await what_if(session, asked, solver=child, geography=geography, begun=begun)
    _say(found, call)


def _say(compared: Compared, call: CallOptions) -> None:
    commands = [[step_command(step, call) for step in steps] for steps in compared.steps]
    if call.as_json:
        say_json(comparison_document(compared, call.words, commands))
    else:
        out.print(Group(page(compared, call.words), *ending(compared, call.words, commands)))
