"""capacity: nobody works more than they have."""

from ortools.math_opt.python import mathopt

from matcher.eligibility.eligibility import free
from matcher.mip.mip_model import AssignmentVars, MipModel
from matcher.problem import ProblemTalent
from models.months import Month


def capacity(mip: MipModel) -> None:
    """Hard: in no month does a talent work more hours than their capacity less their overhead.

    Pinned hours use capacity like any others, and must fit.
    """
    for talent in mip.problem.talents:
        for month in mip.problem.months:
            capacity_row(mip, talent, month)


def capacity_row(
    mip: MipModel, talent: ProblemTalent, month: Month
) -> mathopt.LinearConstraint | None:
    """The row of a talent's month, made when it is first asked for; None where nobody may work."""
    name = f"capacity[{talent.talent_id},{month}]"
    if name not in mip.rows:
        options = [option for option in mip.of_talent(talent) if month in option.hours]
        if not options:
            return None
        mip.rows[name] = mip.model.add_linear_constraint(
            mathopt.fast_sum(option.hours[month] for option in options) <= free(talent, month),
            name=name,
        )
    return mip.rows[name]


def use_besides(mip: MipModel, option: AssignmentVars, month: Month, quarters: int) -> None:
    """Let work in the month use so much capacity besides its hours; of several uses the largest."""
    row = capacity_row(mip, option.talent, month)
    if row is not None:
        works = option.strict[month]
        row.set_coefficient(works, max(quarters, row.get_coefficient(works)))


def use_whole(mip: MipModel, option: AssignmentVars, month: Month) -> None:
    """Let work in the month use all capacity there is, however short."""
    row = capacity_row(mip, option.talent, month)
    if row is not None:
        row.set_coefficient(option.hours[month], 0)
        use_besides(mip, option, month, free(option.talent, month))
