"""minimum_block: nobody travels for a quarter of an hour."""

from matcher.eligibility.eligibility import least
from matcher.mip.mip_model import MipModel


def minimum_block(mip: MipModel) -> None:
    """Hard: a talent who works on a line in a month gives a block, or all asked where that is less.

    Asked means of the line in that month, others' hours not taken off. A pinned pair is exempt.
    """
    for option in mip.options:
        if option.pin is not None:
            continue
        for month, works in option.strict.items():
            mip.model.add_linear_constraint(
                option.hours[month] >= least(mip.problem, option.line, month) * works,
                name=f"block[{option.line.line_id},{option.talent.talent_id},{month}]",
            )
