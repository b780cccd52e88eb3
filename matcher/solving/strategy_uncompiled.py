"""The strategy until the search is compiled: mixed-integer models alone."""

from matcher.solving.full_mip import FullMip
from matcher.solving.incumbent import Incumbent
from matcher.solving.mip_neighbourhoods import Neighbourhoods

#: With more candidates not even a part of them makes a model that is built in time.
_TOO_MANY = 20_000
#: With more the whole model shows nothing in the time that a plan has.
_MANY = 1_000
#: Part of the time for the exact hours of the plan in hand; seconds in which no more is begun.
_HOURS, _LAST = 0.2, 0.3


def improve_uncompiled(
    best: Incumbent, parts: Neighbourhoods, whole: FullMip, candidates: int
) -> None:
    """Offer better plans and bounds. Leaves the whole model running."""
    if candidates > _TOO_MANY:
        return
    if candidates < _MANY:
        whole.begin()
    parts.keep_pairs(best.assignments or (), best.left * _HOURS)
    parts.plan_talents(until=_LAST)
