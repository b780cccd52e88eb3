"""The Generalized Assignment Problem as it stands, solved by HiGHS: a second opinion."""

import datetime
import math

from ortools.math_opt.python import mathopt

from bench.gap_file import Instance


def gap_highs(instance: Instance, seconds: float) -> tuple[int | None, int | None]:
    """Cost of the best answer found and a bound that none is below; None where there is none."""
    model = mathopt.Model()
    agents, jobs = range(instance.agents), range(instance.jobs)
    does = [[model.add_binary_variable() for _ in jobs] for _ in agents]
    for j in jobs:
        model.add_linear_constraint(mathopt.fast_sum(does[i][j] for i in agents) == 1)
    for i in agents:
        used = mathopt.fast_sum(instance.consumptions[i][j] * does[i][j] for j in jobs)
        model.add_linear_constraint(used <= instance.capacities[i])
    model.minimize(
        mathopt.fast_sum(instance.costs[i][j] * does[i][j] for i in agents for j in jobs)
    )
    params = mathopt.SolveParameters(
        time_limit=datetime.timedelta(seconds=seconds),
        relative_gap_tolerance=0.0,
        absolute_gap_tolerance=0.5,
    )
    result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=params)
    bound = result.dual_bound()
    return (
        round(result.primal_bound()) if result.has_primal_feasible_solution() else None,
        math.ceil(bound - 1e-6) if math.isfinite(bound) else None,
    )
