"""Building and solving of mixed-integer models; the only file that calls OR-Tools' solvers."""

import datetime
import math
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ortools.math_opt.python import mathopt

from matcher.mip.mip_candidates import Candidate
from matcher.mip.mip_model import LineMonth, MipModel
from matcher.objective import TERMS
from matcher.problem import Assignment, PairId, Problem
from matcher.rules import RULES


class Solver(StrEnum):
    """Solvers of whole models, of different makers."""

    HIGHS = "highs"
    SCIP = "scip"


_TYPES = {Solver.HIGHS: mathopt.SolverType.HIGHS, Solver.SCIP: mathopt.SolverType.GSCIP}

#: Scores are whole numbers: a bound this little below one is that number, badly rounded.
_ROUNDING = 1e-3
#: From here on a fraction of a pair is more than noise.
_USED = 1e-6


@dataclass(frozen=True, slots=True)
class MipResult:
    """What a solver says: a plan, or none; how many points none can exceed; whether it is best."""

    assignments: tuple[Assignment, ...] | None
    bound: int | None
    proved: bool


def assemble(
    problem: Problem,
    offered: Iterable[Candidate] | None = None,
    strict: Container[LineMonth] | None = None,
) -> MipModel:
    """The model: every rule and every term on one model."""
    mip = MipModel(problem, offered, strict)
    for rule in RULES:
        rule(mip)
    mip.model.maximize(mathopt.fast_sum(term(mip) for term in TERMS))
    return mip


def optimise(
    mip: MipModel,
    seconds: float,
    start: Sequence[Assignment] = (),
    *,
    by: Solver = Solver.HIGHS,
    dive: bool = True,
    interior: bool = False,
) -> MipResult:
    """The best plan of the model, or the best found in time.

    With `dive` good plans come first; without, the bound and the proof. With `interior` HiGHS
    solves the first relaxation by an interior point, four times as fast where it takes a minute.
    """
    params = _limits(seconds)
    if interior:
        params.highs.string_options["mip_lp_solver"] = "ipx"
    if dive:
        # Nodes are dear here and good plans come by diving: trust the first guess where to branch.
        params.highs.int_options["mip_pscost_minreliable"] = 0
    result = mathopt.solve(
        mip.model,
        _TYPES[by],
        params=params,
        model_params=mathopt.ModelSolveParameters(
            solution_hints=[mip.hint(start)] if start else []
        ),
        remove_names=True,  # names are for people, and cost time
    )
    bound = result.dual_bound()
    return MipResult(
        assignments=(
            mip.assignments(result.variable_values())
            if result.has_primal_feasible_solution()
            else None
        ),
        bound=math.floor(bound + _ROUNDING) if math.isfinite(bound) else None,
        proved=result.termination.reason is mathopt.TerminationReason.OPTIMAL,
    )


def relax(mip: MipModel, seconds: float) -> tuple[int | None, set[PairId]]:
    """Points no plan of the model exceeds, by linear relaxation, and the pairs it uses.

    None and no pairs where time ran out.
    """
    binaries = [variable for variable in mip.model.variables() if variable.integer]
    for variable in binaries:
        variable.integer = False
    result = mathopt.solve(
        mip.model, mathopt.SolverType.GLOP, params=_limits(seconds), remove_names=True
    )
    for variable in binaries:
        variable.integer = True
    if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
        return None, set()
    values = result.variable_values()
    used = {(s.line.line_id, s.talent.talent_id) for s in mip.options if values[s.on] > _USED}
    return math.floor(result.dual_bound() + _ROUNDING), used


def _limits(seconds: float) -> mathopt.SolveParameters:
    return mathopt.SolveParameters(
        time_limit=datetime.timedelta(seconds=max(0.01, seconds)),
        relative_gap_tolerance=0.0,
        absolute_gap_tolerance=0.5,
    )
