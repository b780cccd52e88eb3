"""Ask a board one question: is it feasible, or what is the most of a term?"""

from ortools.math_opt.python import mathopt

from matcher.mip.mip_candidates import Candidate
from matcher.mip.mip_model import Board, Expression
from matcher.problem import Problem


def is_feasible(board: Board) -> bool:
    result = mathopt.solve(board.model, mathopt.SolverType.HIGHS, remove_names=True)
    assert result.termination.reason in {
        mathopt.TerminationReason.OPTIMAL,
        mathopt.TerminationReason.INFEASIBLE,
    }
    return result.termination.reason is mathopt.TerminationReason.OPTIMAL


def most(board: Board, term: Expression) -> float:
    """The greatest value of a term on this board."""
    board.model.maximize(term)
    result = mathopt.solve(board.model, mathopt.SolverType.HIGHS, remove_names=True)
    return result.objective_value()


def open_to_all(problem: Problem) -> Board:
    """A board on which every talent may do anything, eligible or not: rules have to forbid it."""
    return Board(
        problem,
        [
            Candidate(line, talent, dict.fromkeys(problem.months, 999))
            for line in problem.lines
            for talent in problem.talents
        ],
    )
