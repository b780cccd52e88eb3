"""The strategy for large pools: compiled search and bound, then exact hours of the plan."""

from matcher.solving.compiled_methods import CompiledMethods
from matcher.solving.full_mip import FullMip
from matcher.solving.incumbent import Incumbent
from matcher.solving.mip_neighbourhoods import Neighbourhoods

#: With so many candidates not even the pairs of a plan make a model that is built in time.
_TOO_MANY = 5_000
#: Part of the time for the search: where exact hours follow, and where they do not.
_SEARCH, _ALONE = 0.8, 0.95
#: Part of what is left for the bound, where exact hours follow.
_LOWER = 0.6
#: Up to so many candidates, with so many seconds, the whole model lowers the bound on a core of its
#: own (its relaxation takes some fifteen seconds, and 0.8 GiB): cuts reach where prices do not.
_WHOLE, _LONG = 3_000, 30.0
#: With fewer seconds left exact hours are not worth beginning.
_SHORT = 1.0


def improve_large(
    best: Incumbent, fast: CompiledMethods, parts: Neighbourhoods, whole: FullMip, pairs: int
) -> None:
    """Offer better plans and bounds; may leave the whole model running, which shows no plan."""
    many = pairs >= _TOO_MANY
    beside = pairs <= _WHOLE and best.left >= _LONG
    if beside:
        whole.begin(interior=True)
    fast.improve(best.left * (_ALONE if many else _SEARCH), chains=1 if beside else 2)
    fast.lower(best.left if many else best.left * _LOWER)
    if best.left > _SHORT and not best.closed and not many:
        parts.keep_pairs(best.assignments or (), best.left)
