"""`bench gap DIR`: how well the matcher solves Generalized Assignment Problems."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from bench.gap_file import Instance, instances
from bench.gap_problem import Reading, problem, reading
from bench.outcome import Outcome
from bench.peers.gap_highs import gap_highs
from bench.record import ask, checked
from matcher.problem import Problem
from models.frozen import Frozen


class GapResult(Frozen):
    """Of one instance. Gaps are (cost - bound) / bound."""

    name: str
    agents: int
    jobs: int
    seconds: float
    served: int = 0  #: jobs; cost and gap only where it is all of them
    cost: int | None = None
    bound: int | None = None  #: the matcher's own
    gap: float | None = None
    proved: bool = False
    memory_mib: float = 0.0
    peer_cost: int | None = None  #: of HiGHS on the plain model, at the same seconds
    peer_bound: int | None = None
    gap_to_best: float | None = None  #: against the better of the two bounds
    trouble: str = ""


def run_gap(folder: Path, *, seconds: float, seed: int, peer: bool) -> Iterator[GapResult]:
    """A result for each instance of the folder. Raises ValueError where a file is not readable."""
    for instance in instances(folder):
        empty = GapResult(
            name=instance.name, agents=instance.agents, jobs=instance.jobs, seconds=seconds
        )
        if peer:
            cost, bound = gap_highs(instance, seconds)
            empty = empty.model_copy(update={"peer_cost": cost, "peer_bound": bound})
        yield _with_best(_solved(empty, instance, seed))


def _solved(result: GapResult, instance: Instance, seed: int) -> GapResult:
    try:
        mapped = problem(instance)
    except ValidationError as wrong:
        return result.model_copy(update={"trouble": f"not a problem: {wrong.errors()[0]['msg']}"})
    except ValueError as wrong:
        return result.model_copy(update={"trouble": str(wrong)})
    outcomes, ended = ask("solve", result.seconds, seed, [mapped])
    if not outcomes:
        trouble = f"exit code {ended.code}: {ended.complaint}"[:300]
        return result.model_copy(update={"trouble": trouble})
    read, trouble = _read(instance, mapped, outcomes[0])
    return result.model_copy(
        update={
            "served": read.served,
            "cost": read.cost,
            "bound": read.least,
            "gap": read.gap,
            "proved": outcomes[0].proved,
            "memory_mib": ended.memory_mib,
            "trouble": trouble,
        }
    )


def _read(instance: Instance, mapped: Problem, outcome: Outcome) -> tuple[Reading, str]:
    """Checked twice: as a plan by the matcher's checker, as an answer of the instance here."""
    _, trouble = checked(mapped, outcome)
    nothing = Reading(served=0, cost=None, least=None)
    if trouble:
        return nothing, trouble
    try:
        return reading(instance, outcome.assignments or (), outcome.bound), ""
    except ValueError as wrong:
        return nothing, str(wrong)


def _with_best(result: GapResult) -> GapResult:
    known = [bound for bound in (result.bound, result.peer_bound) if bound is not None]
    if result.cost is None or not known or max(known) <= 0:
        return result
    best = max(known)
    trouble = result.trouble
    costs = [cost for cost in (result.cost, result.peer_cost) if cost is not None]
    if best > min(costs):
        trouble = trouble or f"bound {best} is above an answer of {min(costs)}"
    return result.model_copy(
        update={"gap_to_best": (result.cost - best) / best, "trouble": trouble}
    )
