"""Solving while somebody waits: a bar that fills with the time, then the reasons."""

import asyncio
import time

from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from matcher.explain import explain
from matcher.plan import Plan, Status
from matcher.problem import Problem
from matcher.roster.greedy import greedy
from matcher.solver_process.solver_client import SolverProcess
from service.cli.app import Lang, err


async def solved(problem: Problem, seconds: float, lang: Lang) -> Plan:
    """The checked plan with its reasons, by a solver process of its own."""
    solver = SolverProcess(greedy)
    task = asyncio.ensure_future(solver.solve(problem, seconds=seconds))
    try:
        await _show_progress(task, seconds, lang)
        plan = await task
    finally:
        task.cancel()
        await solver.close()
    if plan.status in (Status.INFEASIBLE, Status.UNKNOWN):
        return plan
    with err.status("理由をまとめています…" if lang == "ja" else "explaining…"):
        return await asyncio.to_thread(explain, problem, plan)


async def _show_progress(task: asyncio.Future[Plan], seconds: float, lang: Lang) -> None:
    """On a terminal alone; the solver may well be done earlier."""
    words = "配置計画を探しています" if lang == "ja" else "searching"
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
        bar, began = progress.add_task(words, total=seconds), time.monotonic()
        while not (await asyncio.wait([task], timeout=0.1))[0]:
            progress.update(bar, completed=min(seconds, time.monotonic() - began))
