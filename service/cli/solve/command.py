"""`solve` and `check`: problems and plans as files, without the service."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group
from rich.text import Text

from application.views.plan import view_of_problem
from infra.registry import Registry
from matcher.check import faults
from matcher.explain.contradictions import contradictions
from matcher.plan import Plan, Status
from matcher.problem import Problem
from producers.whole_file import may_write, write_whole
from service.cli.app import JsonOption, Lang, LangOption, out
from service.cli.app import run as run_async
from service.cli.app import settings as read_settings
from service.cli.files import plan_answer, read_plan, read_problem
from service.cli.frame.printing import say_json
from service.cli.frame.write_session import ForceOption
from service.cli.show.plan_table import PlanTable
from service.cli.show.unmet_table import unmet_table
from service.cli.solve.progress import solved
from wording import Words, labels
from wording.explain import contradiction

ProblemArgument = Annotated[
    Path, typer.Argument(metavar="PROBLEM.json", help="A problem; `-` reads stdin.")
]


def solve(
    problem_file: ProblemArgument,
    *,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0.1, max=3600.0, help="Time to search.")
    ] = 10.0,
    plan_file: Annotated[
        Path | None, typer.Option("--out", metavar="PLAN.json", help="Also write the plan there.")
    ] = None,
    force: ForceOption = False,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Solve a problem from a file: a checked plan with its score, bound and reasons.

    問題ファイルを解き、検算済みの配置計画を表示します。サービスは要りません。

    Example: talentpool solve docs/examples/problem.json --seconds 2
    """
    read_settings()
    problem = read_problem(problem_file)
    if plan_file:
        may_write(plan_file, problem_file, force=force)
    plan = run_async(solved(problem, seconds, lang))
    document = plan_answer(problem, plan, Words(lang, Registry()))
    if plan.status is Status.INFEASIBLE:
        found = contradictions(problem)
        document["contradictions"] = [each.model_dump(mode="json") for each in found]
    if plan_file:
        text = json.dumps(plan.model_dump(mode="json"), ensure_ascii=False, indent=1)
        write_whole({plan_file: f"{text}\n".encode()})
    if json_:
        say_json(document)
    else:
        out.print(_page(problem, plan, lang))
    if plan.status in (Status.INFEASIBLE, Status.UNKNOWN):
        raise typer.Exit(1)


def check(
    problem_file: ProblemArgument,
    plan_file: Annotated[Path, typer.Argument(metavar="PLAN.json", help="A plan for it.")],
    *,
    json_: JsonOption = False,
    lang: LangOption = "ja",
) -> None:
    """Check a plan against its problem without the solver: exits 0, or lists every fault.

    計画を、解く仕組みとは別の手順で検算します。誤りがあればすべて挙げて終了コード 1 になります。

    Example: talentpool check docs/examples/problem.json docs/examples/plan.json
    """
    problem, plan = read_problem(problem_file), read_plan(plan_file)
    found = faults(problem, plan)
    if json_:
        document = {"valid": not found, "score": plan.score, "faults": found}
        say_json(document)
    elif found:
        counted = f"✕ 誤りが{len(found)}件あります" if lang == "ja" else f"✕ {len(found)} faults"
        out.print(Group(Text(counted), *(Text(f"  {sentence}") for sentence in found)))
    else:
        out.print("✓ 検算しました。誤りはありません" if lang == "ja" else "✓ checked: no faults")
    if found:
        raise typer.Exit(1)


def _page(problem: Problem, plan: Plan, lang: Lang) -> Group:
    if plan.status in (Status.INFEASIBLE, Status.UNKNOWN):
        found = contradictions(problem) if plan.status is Status.INFEASIBLE else ()
        told = (Text(f"  {contradiction(Words(lang), each)}") for each in found)
        return Group(Text(labels.status(plan.status, lang)), *told)
    points = "　".join(
        f"{labels.term(name, lang)} {value:,}" for name, value in plan.terms.model_dump().items()
    )
    view, words = view_of_problem(problem, plan), Words(lang, Registry())
    return Group(
        PlanTable(view=view, words=words),
        Text(""),
        Text(points),
        Text(""),
        unmet_table(view, words),
    )
