"""problem -> checked plan: neighbourhoods for good plans, the whole model for the proof."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from matcher.candidates import Candidate, candidates
from matcher.ceiling import ceiling
from matcher.compiled.improve import compiled
from matcher.greedy import greedy
from matcher.incumbent import Incumbent, Progress
from matcher.large import improve_large
from matcher.neighbourhoods import Neighbourhoods
from matcher.optimise import assemble, refutes, relax
from matcher.plan import Plan, Status
from matcher.problem import Assignment, Problem
from matcher.search import Search

#: Parts of the time for the search by hand, for the dive, and for both with all neighbourhoods;
#: the rest is for the proof.
_BY_HAND, _DIVE, _SEARCH = 0.15, 0.3, 0.65
#: With fewer seconds the solver's dive finds less than the search by hand.
_LONG = 5.0
#: With fewer seconds left the whole model shows no more than its relaxation.
_SHORT = 1.0
#: So few candidates are solved whole at once.
_SMALL = 60
#: With so many candidates a model of all shows nothing in the time that a plan has.
_MANY = 1_000
#: Part of the time for the compiled search where it is at hand.
_COMPILED = 0.5
#: Seconds kept back for checking and writing the answer.
_RESERVE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How hard to try: seconds of wall clock, and a seed for the choices of the search."""

    seconds: float = 10.0
    seed: int = 0


def solve(
    problem: Problem,
    effort: Effort,
    start: Sequence[Assignment] = (),
    progress: Progress | None = None,
) -> Plan:
    """A checked plan, the best found in time; optimal only where two solvers agree.

    `start` may be the last plan, valid or not. `progress` hears of every better plan and bound.
    Infeasible exactly where the pins break capacity or demand: pins alone are valid otherwise.
    """
    best = Incumbent(problem, effort.seconds - _RESERVE, progress)
    if not best.offer([pin for pin in problem.pins if pin.total], "pins"):
        return best.plan(Status.INFEASIBLE, "arithmetic")
    best.offer(start, "start")
    best.offer(greedy(problem, start), "greedy")
    offered = candidates(problem)
    best.limit(ceiling(problem, offered))
    parts = Neighbourhoods(best, offered, Random(effort.seed))  # noqa: S311
    if len(offered) > _SMALL:
        _improve(best, parts, offered, effort.seed)
    worth = len(offered) <= _SMALL or (best.left > _SHORT and len(offered) < _MANY)
    if not best.closed and worth:
        best.limit(parts.plan_pairs(parts.all_pairs, best.left).bound)
    if not best.closed or best.left <= 0:
        return best.plan()
    whole = assemble(problem, offered)
    if refutes(whole, best.assignments or (), best.score, best.left):
        return best.plan(Status.OPTIMAL, f"{best.method}, scip agrees")
    return best.plan()


def _improve(
    best: Incumbent, parts: Neighbourhoods, offered: Sequence[Candidate], seed: int
) -> None:
    """Good plans and the relaxation's bound, in the order that shows something soonest."""
    long = best.left > _LONG
    end = best.left * (1 - _SEARCH) if long else 0.0
    fast = compiled(best, offered, seed)
    if fast is not None and len(offered) >= _MANY:
        improve_large(best, fast, parts, len(offered))
        return
    if fast is not None:
        fast.improve(best.left * _COMPILED)
        fast.lower(best.left / 3)
    else:
        _search(best, seed, best.left * (_BY_HAND if long else 0.5))
    if best.left <= 0:
        return
    bound, used = relax(assemble(best.problem, offered, strict=()), best.left / 2)
    best.limit(bound)
    if not best.closed and best.left > 0:
        parts.keep_pairs(best.assignments or (), best.left / 2)
    if not best.closed and long:
        parts.plan_pairs(used, best.left * _DIVE)
        parts.plan_talents(until=end)
    elif not best.closed and fast is not None:
        fast.improve(best.left)
    elif not best.closed:
        _search(best, seed, best.left)


def _search(best: Incumbent, seed: int, seconds: float) -> None:
    if seconds > 0:
        random = Random(seed)  # noqa: S311
        found = Search(best.problem, best.assignments or (), random).run(seconds)
        best.offer(found, "search")
