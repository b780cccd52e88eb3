"""capacity: nobody works more than they have."""

from ortools.math_opt.python import mathopt

from matcher.eligibility.eligibility import free
from matcher.mip.mip_model import MipModel

JA = "一人の月ごとの合計時間は、稼働可能時間から共通業務の時間を除いた範囲に収めます。"


def capacity(mip: MipModel) -> None:
    """Hard: in no month does a talent work more hours than their capacity less their overhead.

    Pinned hours use capacity like any others, and must fit.
    """
    for talent in mip.problem.talents:
        for month in mip.problem.months:
            options = [option for option in mip.of_talent(talent) if month in option.hours]
            if options:
                mip.capacity[talent.talent_id, month] = mip.model.add_linear_constraint(
                    mathopt.fast_sum(option.hours[month] for option in options)
                    <= free(talent, month),
                    name=f"capacity[{talent.talent_id},{month}]",
                )
