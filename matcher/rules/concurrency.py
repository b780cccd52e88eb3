"""concurrency: nobody is spread over too many municipalities."""

from collections import defaultdict

from ortools.math_opt.python import mathopt

from matcher.mip.mip_model import AssignmentVars, Expression, MipModel
from matcher.problem import ProblemTalent
from models.months import Month


def concurrency(mip: MipModel) -> None:
    """Hard: in no month does a talent serve more municipalities than they may at once.

    The municipalities of a joint request are one place together. Places where the talent is pinned
    in the month count; where they alone are more than allowed, no other place joins them.
    """
    for talent in mip.problem.talents:
        for month in mip.problem.months:
            _limit(mip, talent, month)


def _limit(mip: MipModel, talent: ProblemTalent, month: Month) -> None:
    at: defaultdict[tuple[str, ...], list[AssignmentVars]] = defaultdict(list)
    for option in mip.of_talent(talent):
        if month in option.works:
            at[option.line.municipalities].append(option)
    fixed = {place for place, options in at.items() if any(s.pin is not None for s in options)}
    room = max(0, talent.municipalities_at_once - len(fixed))
    others = [options for place, options in at.items() if place not in fixed]
    if len(others) <= room:
        return
    visits: list[Expression] = []
    # An exclusive line leaves no place to others: room for all is what it takes.
    visits += [room * s.works[month] for options in others for s in options if s.line.exclusive]
    for shared in others:
        options = [option for option in shared if not option.line.exclusive]
        if not options:
            continue
        if len(options) == 1:
            visits.append(options[0].works[month])
            continue
        visit = mip.model.add_variable(lb=0, ub=1, name=f"visit[{talent.talent_id},{month}]")
        for option in options:
            mip.model.add_linear_constraint(option.works[month] <= visit)
        visits.append(visit)
    mip.model.add_linear_constraint(
        mathopt.fast_sum(visits) <= room, name=f"places[{talent.talent_id},{month}]"
    )
