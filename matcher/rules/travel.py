"""travel: a visit costs the way there and back."""

from matcher.mip.mip_model import MipModel
from matcher.rules.capacity import use_besides


def travel(mip: MipModel) -> None:
    """Hard: in a month of work the overhead of the pair, such as the way, uses capacity too.

    However short the work; a month without work costs none. Pinned work costs its overhead like any
    other.
    """
    for option in mip.options:
        for month, lost in option.overhead.items():
            if lost and month in option.strict:
                use_besides(mip, option, month, lost)
