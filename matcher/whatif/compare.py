"""snapshot + scenarios -> plans side by side, the live plan first."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from matcher.building.geography import Geography
from matcher.building.problem_builder import Built, build_problem
from matcher.check import faults, terms
from matcher.explain import explain
from matcher.plan import Plan, Status
from matcher.planning.changes import Changes, changes
from matcher.planning.isolated_planner import with_explanations
from matcher.planning.planner import Solver
from matcher.ports import Snapshot
from matcher.problem import Problem, Workdays
from matcher.whatif.apply import applied
from matcher.whatif.measure import Measures, measure
from matcher.whatif.scenario import Scenario
from models.errors import Mistake
from models.months import Month

#: So many columns a person can compare.
MOST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A checked and explained plan, and its numbers; `scenario` is none for the live plan."""

    scenario: Scenario | None
    problem: Problem
    plan: Plan
    measures: Measures
    moved: Changes  #: against the live plan
    added: int  #: quarters of talents more than now, over the months of the plan

    @property
    def same_weights(self) -> bool:
        """Whether its score may be compared with the live plan's."""
        return self.scenario is None or all(
            c.kind not in {"weights", "settings"} for c in self.scenario.changes
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The live plan and the scenarios, planned from the same moment of the pool."""

    live: Outcome
    outcomes: tuple[Outcome, ...]
    is_current: bool  #: the live column is the plan people see; else the facts have moved on


async def compare(
    snapshot: Snapshot,
    live: Plan | None,
    scenarios: Sequence[Scenario],
    *,
    solver: Solver,
    first_month: Month,
    seconds: float,
    region: Geography = Geography(),  # noqa: B008  a value
    days: Workdays | None = None,
    begun: Callable[[int], None] = lambda _: None,
) -> Comparison:
    """Plan each scenario from the snapshot and set it beside the live plan.

    The live plan is judged anew in the snapshot's own problem, so that points compare; where the
    facts have moved on since, the pool as it is now is planned in its place. `begun` hears how
    many plans are done whenever the next one begins; `region` is that of the service, `days` are
    the working days left of the first month. Raises Mistake before anything is solved.
    """
    if len(scenarios) > MOST:
        raise Mistake("scenarios_count", most=MOST, count=len(scenarios))
    # All of it but the solver is pure Python, up to a second each on a large pool: in threads, so
    # that whoever looks at other pages meanwhile does not wait.
    pools = [
        await asyncio.to_thread(applied, snapshot, scenario, first_month) for scenario in scenarios
    ]
    now = await asyncio.to_thread(build_problem, snapshot, first_month, region, days)
    plan = await asyncio.to_thread(_restated, now.problem, live) if live else None
    is_current = plan is not None
    begun(0)
    if plan is None:
        plan = await _planned(now, solver, seconds)
    plan = await _explained(now.problem, plan)
    percent = snapshot.settings.weights.coverage_percent
    base = await asyncio.to_thread(measure, now.problem, plan, percent)
    outcomes = []
    for done, (scenario, pool) in enumerate(zip(scenarios, pools, strict=True)):
        begun(done + (not is_current))
        built = await asyncio.to_thread(build_problem, pool, first_month, region, days)
        made = await _explained(built.problem, await _planned(built, solver, seconds))
        numbers = await asyncio.to_thread(measure, built.problem, made, percent)
        outcomes.append(
            Outcome(
                scenario=scenario,
                problem=built.problem,
                plan=made,
                measures=numbers,
                moved=changes(plan.assignments, made.assignments),
                added=numbers.capacity - base.capacity,
            )
        )
    return Comparison(
        live=Outcome(
            scenario=None,
            problem=now.problem,
            plan=plan,
            measures=base,
            moved=changes(plan.assignments, plan.assignments),
            added=0,
        ),
        outcomes=tuple(outcomes),
        is_current=is_current,
    )


async def _planned(built: Built, solver: Solver, seconds: float) -> Plan:
    # From the live matches, as the service itself would plan the change.
    start = (*built.problem.pins, *built.problem.previous)
    return await solver.solve(built.problem, seconds=seconds, start=start)


async def _explained(problem: Problem, plan: Plan) -> Plan:
    if plan.status not in (Status.OPTIMAL, Status.FEASIBLE):
        raise RuntimeError(f"pool {problem.pool_id}: no method gave a plan ({plan.status})")
    plan = await asyncio.to_thread(with_explanations, partial(explain, problem, plan), plan)
    if broken := await asyncio.to_thread(faults, problem, plan):
        raise RuntimeError(f"pool {problem.pool_id}: the plan fails its check: {broken[0]}")
    return plan


def _restated(problem: Problem, live: Plan) -> Plan | None:
    """The live plan as an answer to the pool as it is now; None where it no longer is one."""
    if live.version != problem.version or live.months != problem.months:
        return None
    earned = terms(problem, live.assignments)
    same = Plan(
        pool_id=live.pool_id,
        version=live.version,
        months=live.months,
        # Its proof was of another moment: what people have seen since counts for stability.
        status=Status.FEASIBLE,
        method=live.method,
        assignments=live.assignments,
        terms=earned,
        score=earned.score,
    )
    return None if faults(problem, same) else same
