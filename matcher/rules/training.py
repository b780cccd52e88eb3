"""training: nobody is sent to an office without the basics of administration."""

from matcher.eligibility.eligibility import is_trained
from matcher.mip.mip_model import MipModel


def training(mip: MipModel) -> None:
    """Hard: where the pool requires it, only who is trained by a month works in it.

    A recorded waiver counts as the training. A pinned pair is exempt.
    """
    for option in mip.options:
        if option.pin is None:
            untrained = (m for m in option.hours if not is_trained(mip.problem, option.talent, m))
            mip.close(option, untrained)
