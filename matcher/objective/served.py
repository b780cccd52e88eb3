"""served: the hours municipalities get, weighed by need and urgency."""

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import Expression, MipModel


def served(mip: MipModel) -> Expression:
    """Soft: every quarter served earns the value of its line."""
    return mathopt.fast_sum(
        option.line.value * hours for option in mip.options for hours in option.hours.values()
    )
