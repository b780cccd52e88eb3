"""demand: nobody gives more than was asked."""

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import MipModel


def demand(mip: MipModel) -> None:
    """Hard: in no month does a line get more hours than it asks for.

    Pinned hours count, and must fit.
    """
    for line in mip.problem.lines:
        options = mip.of_line(line)
        if line.people == 1 and not mip.pinned(line):
            # One person at most comes, and the model offers no more than is asked: no row needed.
            for option in options:
                for month, hours in option.hours.items():
                    if hours.upper_bound > line.hours.get(month, 0):
                        mip.model.add_linear_constraint(hours <= line.hours.get(month, 0))
            continue
        for month in mip.problem.months:
            given = [option.hours[month] for option in options if month in option.hours]
            if given:
                # Tied to the start of the line: the same on whole lines, more to the relaxation.
                mip.model.add_linear_constraint(
                    mathopt.fast_sum(given) <= line.hours.get(month, 0) * mip.started(line),
                    name=f"demand[{line.line_id},{month}]",
                )
