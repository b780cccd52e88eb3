"""conflict: nobody serves where their employer sells."""

from matcher.eligibility.conditions import CONFLICT
from matcher.mip.mip_model import MipModel


def conflict(mip: MipModel) -> None:
    """Hard: nobody employed by a vendor or bidder concerned serves a line.

    A pinned pair is exempt: people agreed on it knowing better.
    """
    for option in mip.options:
        if option.pin is None and not CONFLICT.holds(mip.problem, option.line, option.talent):
            mip.close(option)
