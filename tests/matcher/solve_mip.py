"""Ask a model one question: is it feasible, or what is the most of a term?"""

from ortools.math_opt.python import mathopt

from matcher.mip.mip_candidates import Candidate
from matcher.mip.mip_model import Expression, MipModel
from matcher.problem import Problem


def is_feasible(mip: MipModel) -> bool:
    result = mathopt.solve(mip.model, mathopt.SolverType.HIGHS, remove_names=True)
    assert result.termination.reason in {
        mathopt.TerminationReason.OPTIMAL,
        mathopt.TerminationReason.INFEASIBLE,
    }
    return result.termination.reason is mathopt.TerminationReason.OPTIMAL


def most(mip: MipModel, term: Expression) -> float:
    """The greatest value of a term on this model."""
    mip.model.maximize(term)
    result = mathopt.solve(mip.model, mathopt.SolverType.HIGHS, remove_names=True)
    return result.objective_value()  # type: ignore[no-any-return]


def open_to_all(problem: Problem) -> MipModel:
    """A model on which every talent may do anything, eligible or not: rules have to forbid it."""
    return MipModel(
        problem,
        [
            Candidate(line, talent, dict.fromkeys(problem.months, 999))
            for line in problem.lines
            for talent in problem.talents
        ],
    )
