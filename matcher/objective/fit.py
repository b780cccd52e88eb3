"""fit: the right kind of contract for the work, and few faces."""

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import Expression, MipModel
from models.pool_settings import FORM_FIT


def fit(mip: MipModel) -> Expression:
    """Soft: a quarter earns the fit of the employment form to the work; each assignment costs.

    A pair may have points of its own, more or less than none, for the assignment as such.
    """
    weights = mip.problem.weights
    points = mathopt.fast_sum(
        weights.fit * FORM_FIT[option.talent.form][option.line.nature] * hours
        for option in mip.options
        for hours in option.hours.values()
    )
    flat = mathopt.fast_sum((option.points - weights.setup) * option.on for option in mip.options)
    return points + flat
