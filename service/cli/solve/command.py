"""`solve` and `check`: problems and plans as files, without the service."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from application.queries.offline import Solved, check_plan, solve_problem
from application.views.plan import view_of_problem
from producers.whole_file import may_write, write_whole
from service.cli.app import err, out, run, settings
from service.cli.frame.call_options import CallOptions
from service.cli.frame.commands import calls
from service.cli.frame.common_options import FORCE
from service.cli.frame.printing import say_json
from service.cli.frame.time_bar import time_bar
from service.cli.show.plan_table import PlanTable
from service.cli.show.unmet_table import unmet_table
from service.cli.solve.problem_files import plan_answer, read_plan, read_problem
from service.running.solver import solver
from wording import Words, labels
from wording.explain import contradiction

ProblemArgument = Annotated[
    Path, typer.Argument(metavar="PROBLEM.json", help="A problem; `-` reads stdin.")
]


@calls(FORCE)
def solve(
    call: CallOptions,
    *,
    problem_file: ProblemArgument,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0.1, max=3600.0, help="Time to search.")
    ] = 10.0,
    plan_file: Annotated[
        Path | None, typer.Option("--out", metavar="PLAN.json", help="Also write the plan there.")
    ] = None,
) -> None:
    """Solve a problem from a file: a checked plan with its score, bound and reasons.

    問題ファイルを解き、検算済みの配置計画を表示します。サービスは要りません。

    Example: talentpool solve docs/examples/problem.json --seconds 2
    """
    settings()
    problem = read_problem(problem_file)
    if plan_file:
        may_write(plan_file, problem_file, force=call.force)

    async def work() -> Solved:
        async with solver(warm=False) as child:
            with time_bar(call.words("solve_searching"), seconds):
                return await solve_problem(
                    problem,
                    solver=child,
                    seconds=seconds,
                    explaining=lambda: err.status(call.words("solve_explaining")),
                )

    solved = run(work())
    if plan_file:
        text = json.dumps(solved.plan.model_dump(mode="json"), ensure_ascii=False, indent=1)
        write_whole({plan_file: f"{text}\n".encode()})
    if call.as_json:
        say_json(plan_answer(solved, call.words))
    else:
        out.print(_page(solved, call.words))
    if not solved.is_plan:
        raise typer.Exit(1)


@calls()
def check(
    call: CallOptions,
    *,
    problem_file: ProblemArgument,
    plan_file: Annotated[Path, typer.Argument(metavar="PLAN.json", help="A plan for it.")],
) -> None:
    """Check a plan against its problem without the solver: exits 0, or lists every fault.

    計画を、解く仕組みとは別の手順で検算します。誤りがあればすべて挙げて終了コード 1 になります。

    Example: talentpool check docs/examples/problem.json docs/examples/plan.json
    """
    plan = read_plan(plan_file)
    found = check_plan(read_problem(problem_file), plan)
    if call.as_json:
        say_json({"valid": not found, "score": plan.score, "faults": found})
    elif found:
        counted = call.words("check_faults", count=len(found))
        out.print(Group(Text(counted), *(Text(f"  {sentence}") for sentence in found)))
    else:
        out.print(call.words("check_fine"))
    if found:
        raise typer.Exit(1)


def _page(solved: Solved, words: Words) -> Group:
    plan = solved.plan
    if not solved.is_plan:
        told = (Text(f"  {contradiction(words, each)}") for each in solved.contradictions)
        return Group(Text(words.shown("status", plan.status)), *told)
    points = "　".join(
        f"{labels.term(name, words.lang)} {value:,}"
        for name, value in plan.terms.model_dump().items()
    )
    view = view_of_problem(solved.problem, plan)
    return Group(
        PlanTable(view=view, words=words),
        Text(""),
        Text(points),
        Text(""),
        unmet_table(view, words),
    )
