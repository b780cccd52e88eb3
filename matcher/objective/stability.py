"""stability: people are not sent elsewhere without need."""

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import Expression, MipModel


def stability(mip: MipModel) -> Expression:
    """Soft: a pair of the last plan that stays earns points, more where people have seen it.

    Where people have seen it, each quarter that stays in its month earns too.
    """
    weights = mip.problem.weights
    options = {(s.line.line_id, s.talent.talent_id): s for s in mip.options}
    earned: list[Expression] = []
    for before in mip.problem.previous:
        option = options.get(before.pair)
        if option is None:
            continue
        earned.append((weights.keep_proposed if before.seen else weights.keep_drafted) * option.on)
        if not before.seen or not weights.keep_hours:
            continue
        for month, hours in option.hours.items():
            if before.hours.get(month, 0):
                kept = mip.model.add_variable(lb=0, ub=before.hours[month], name="kept")
                mip.model.add_linear_constraint(kept <= hours)
                earned.append(weights.keep_hours * kept)
    return mathopt.fast_sum(earned)
