"""nature: employment forms have work they are for."""

from matcher.eligibility.conditions import NATURE
from matcher.mip.mip_model import MipModel


def nature(mip: MipModel) -> None:
    """Hard: an employment form serves only requests of the natures set for it.

    By default side jobs and outsourcing do one-off projects and advice, the other forms all
    (自治体DX推進計画, 人材プール). A pinned pair is exempt.
    """
    for option in mip.options:
        if option.pin is None and not NATURE.holds(mip.problem, option.line, option.talent):
            mip.close(option)
