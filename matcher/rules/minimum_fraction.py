"""minimum_fraction: a line is served enough to be worth starting, or not at all."""

from collections.abc import Iterable

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import AssignmentVars, MipModel
from matcher.problem import Line


def minimum_fraction(mip: MipModel) -> None:
    """Hard: a line that is started gets at least its minimum fraction of the hours it asks for.

    Counted over the whole window, all its people together. A line with a pin is exempt.
    """
    for line in mip.problem.lines:
        options = mip.of_line(line)
        if not options or mip.pinned(line):
            continue
        if line.people == 1:
            # Person by person says the same as the sum, and much more to the relaxation.
            for option in options:
                mip.model.add_linear_constraint(
                    mathopt.fast_sum(option.hours.values()) >= line.minimum * option.on,
                    name=f"minimum[{line.line_id},{option.talent.talent_id}]",
                )
                _visit(mip, line, option)
        else:
            mip.model.add_linear_constraint(
                mathopt.fast_sum(h for option in options for h in option.hours.values())
                >= line.minimum * mip.started(line),
                name=f"minimum[{line.line_id}]",
            )


def _visit(mip: MipModel, line: Line, option: AssignmentVars) -> None:
    """So few hours in a month take so many months: the same again, and more to the relaxation."""
    if len(option.hours) > 1 and len(option.strict) == len(option.hours):
        few = _fewest((hours.upper_bound for hours in option.hours.values()), line.minimum)
        mip.model.add_linear_constraint(
            mathopt.fast_sum(option.strict.values()) >= few * option.on,
            name=f"visits[{line.line_id},{option.talent.talent_id}]",
        )


def _fewest(most: Iterable[float], minimum: int) -> int:
    """In how many months, with so many hours at most in each, the minimum can be reached."""
    months, given = 0, 0.0
    for hours in sorted(most, reverse=True):
        if given >= minimum:
            break
        months, given = months + 1, given + hours
    return months
