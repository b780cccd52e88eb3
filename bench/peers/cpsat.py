"""cpsat: OR-Tools' CP-SAT on the plain model, both cores, default search."""

import math
import time

from ortools.sat.python import cp_model

from bench.outcome import Outcome, Step
from bench.peers.cpsat_model import CpModel
from matcher.problem import Problem

_WORKERS = 2


class _Listener(cp_model.CpSolverSolutionCallback):
    """Notes when each better plan came."""

    def __init__(self, began: float) -> None:
        super().__init__()
        self._began = began
        self.steps: list[Step] = []

    def on_solution_callback(self) -> None:
        """Called by the solver, on one of its threads."""
        self.steps.append(
            Step(
                seconds=time.monotonic() - self._began,
                score=round(self.objective_value),
                bound=math.floor(self.best_objective_bound + 1e-6),
            )
        )


def cpsat(problem: Problem, seconds: float, seed: int) -> Outcome:
    """Building the model counts: who asks waits for it too."""
    began = time.monotonic()
    built = CpModel(problem)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = _WORKERS
    solver.parameters.random_seed = seed
    solver.parameters.max_time_in_seconds = max(0.01, seconds - (time.monotonic() - began))
    listener = _Listener(began)
    status = solver.solve(built.model, listener)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return Outcome(
        assignments=built.assignments(solver) if found else None,
        claimed=round(solver.objective_value) if found else None,
        bound=math.floor(solver.best_objective_bound + 1e-6) if found else None,
        proved=status == cp_model.OPTIMAL,
        steps=tuple(listener.steps),
        seconds=time.monotonic() - began,
    )
