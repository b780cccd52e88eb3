"""balance: nobody is filled to the brim while others have room."""

from ortools.math_opt.python import mathopt

from matcher.eligibility.eligibility import free
from matcher.mip.mip_model import Expression, MipModel


def balance(mip: MipModel) -> Expression:
    """Soft: quarters of a talent above the set percentage of all they have cost points.

    Counted over all months together; the overhead of pairs, such as travel, is not counted.
    """
    problem, weights = mip.problem, mip.problem.weights
    costs: list[Expression] = []
    for talent in problem.talents:
        hours = [hours for option in mip.of_talent(talent) for hours in option.hours.values()]
        if not hours or not weights.balance:
            continue
        limit = weights.balance_percent * sum(free(talent, m) for m in problem.months) // 100
        over = mip.model.add_variable(lb=0, name=f"over[{talent.talent_id}]")
        mip.model.add_linear_constraint(over >= mathopt.fast_sum(hours) - limit)
        costs.append(-weights.balance * over)
    return mathopt.fast_sum(costs)
