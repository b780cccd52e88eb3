"""problem -> checked plan: greedy, then the methods that suit the pool, then a second opinion."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from matcher.bound.combinatorial_bound import combinatorial_bound
from matcher.bound.knapsack_bound import KnapsackBound
from matcher.bound.knapsack_items import suits
from matcher.mip.mip_candidates import candidates
from matcher.plan import Plan, Status
from matcher.problem import Assignment, Problem
from matcher.roster.greedy import greedy
from matcher.runtime.gc_pause import gc_paused
from matcher.solving.compiled_methods import compiled
from matcher.solving.full_mip import FullMip
from matcher.solving.incumbent import Incumbent, Progress
from matcher.solving.mip_neighbourhoods import Neighbourhoods
from matcher.solving.strategy_large import improve_large
from matcher.solving.strategy_small import improve_small
from matcher.solving.strategy_uncompiled import improve_uncompiled
from matcher.solving.strategy_whole_lines import improve_whole_lines

#: So few candidates are solved whole at once.
_SMALL = 60
#: With so many candidates a model of all shows nothing in the time that a plan has.
_MANY = 1_000
#: The first plan may take half of the time, and so many seconds in any case.
_FIRST = 1.0
#: Seconds kept back for checking and writing the answer.
_RESERVE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How hard to try: seconds of wall clock, and a seed for the choices of the search."""

    seconds: float = 10.0
    seed: int = 0


@gc_paused()
def solve(
    problem: Problem,
    effort: Effort,
    start: Sequence[Assignment] = (),
    progress: Progress | None = None,
) -> Plan:
    """A checked plan, the best found in time; optimal only where two methods agree.

    `start` may be the last plan, valid or not. `progress` hears of every better plan and bound.
    Infeasible exactly where the pins break capacity or demand: pins alone are valid otherwise.
    """
    best = Incumbent(problem, effort.seconds - _RESERVE, progress)
    if not best.offer([pin for pin in problem.pins if pin.total], "pins"):
        return best.plan(Status.INFEASIBLE, "arithmetic")
    best.offer(start, "start")
    best.offer(greedy(problem, start, max(_FIRST, best.left / 2)), "greedy")
    offered = candidates(problem)
    best.limit(combinatorial_bound(problem))
    parts = Neighbourhoods(best, offered, Random(effort.seed))  # noqa: S311
    whole = FullMip(best, parts)
    if len(offered) <= _SMALL:
        whole.run()
    elif suits(problem):
        improve_whole_lines(best, KnapsackBound(problem, offered), parts, whole)
    elif (fast := compiled(best, offered, effort.seed)) is None:
        improve_uncompiled(best, parts, whole, len(offered))
    elif len(offered) < _MANY:
        improve_small(best, parts, whole, fast)
    else:
        improve_large(best, fast, parts, whole, len(offered))
    if len(offered) < _MANY or best.closed:
        whole.agree()
    whole.wait()
    return best.plan(Status.OPTIMAL if best.agreed else Status.FEASIBLE)
