"""exclusive: a posting that fills the whole person."""

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import MipModel
from matcher.problem import ProblemTalent
from matcher.rules.capacity import use_whole
from models.months import Month


def exclusive(mip: MipModel) -> None:
    """Hard: in a month in which a talent works on an exclusive line, they work on nothing else.

    Pins may stand beside each other; whatever else would join an exclusive pin, and an exclusive
    line that would join a pin, stays away in that month.
    """
    for talent in mip.problem.talents:
        for month in mip.problem.months:
            _keep_apart(mip, talent, month)


def _keep_apart(mip: MipModel, talent: ProblemTalent, month: Month) -> None:
    options = [option for option in mip.of_talent(talent) if month in option.works]
    alone = [option for option in options if option.line.exclusive]
    if not alone or len(options) < 2:
        return
    agreed = [s for s in options if s.pin is not None and s.pin.get(month, 0)]
    if agreed:
        taken = any(option.line.exclusive for option in agreed)
        for option in options:
            if option.pin is None and (taken or option.line.exclusive):
                mip.model.add_linear_constraint(option.works[month] <= 0)
        return
    # Together, which is stronger than one by one: at most one of them is taken.
    filled = mathopt.fast_sum(option.works[month] for option in alone)
    name = f"alone[{talent.talent_id},{month}]"
    mip.model.add_linear_constraint(filled <= 1, name=name)
    for option in options:
        if not option.line.exclusive:
            mip.model.add_linear_constraint(option.works[month] + filled <= 1, name=name)
    for option in alone:
        # No hour is left for others: the same again, and much more to the relaxation.
        use_whole(mip, option, month)
