"""The strategy for pools like today's: one core searches, one solves the full model."""

from matcher.solving.compiled_methods import CompiledMethods
from matcher.solving.full_mip import FullMip
from matcher.solving.incumbent import Incumbent
from matcher.solving.mip_neighbourhoods import Neighbourhoods
from matcher.solving.mip_solver import assemble, relax

#: Part of the time for the first search, and seconds of it that are enough.
_SEARCH, _ENOUGH = 0.5, 5.0
#: With fewer seconds the whole model shows no more than its relaxation.
_SHORT = 2.0
#: Part of the time for the dive from the relaxation.
_DIVE = 0.2
#: Parts of a round in which neighbourhoods and search take turns; seconds of it, at least.
_ROUNDS, _ROUND, _OF_IT = 6, 3.0, 0.6
#: The last seconds are the search's, which is punctual.
_LAST = 0.5
#: A proof is in reach with so many seconds, where the relaxation is at most so far above the plan;
#: the second solver then gets this part of the time.
_LONG, _NEAR, _PROOF = 15.0, 0.008, 0.8


def improve_small(
    best: Incumbent, parts: Neighbourhoods, whole: FullMip, search: CompiledMethods
) -> None:
    """Offer better plans and bounds. Leaves the whole model running."""
    seconds = best.left
    search.improve(min(seconds * _SEARCH, _ENOUGH))
    if best.closed or best.left <= 0:
        return
    if seconds >= _SHORT:
        whole.begin()
    # The whole model says more, but later.
    bound, used = relax(assemble(best.problem, parts.offered, strict=()), best.left / 2)
    best.limit(bound, "glop")
    if bound is None:
        search.lower(best.left / 3)
    if best.closed or best.left <= 0:
        return
    parts.keep_pairs(best.assignments or (), best.left / 2)
    if seconds < _SHORT:
        search.improve(best.left)
        return
    if not best.closed:
        parts.plan_pairs(used, best.left * _DIVE)
    _take_turns(best, parts, search, seconds)


def _take_turns(
    best: Incumbent, parts: Neighbourhoods, search: CompiledMethods, seconds: float
) -> None:
    """Neighbourhoods and search, until it is the second solver's turn."""
    length = max(_ROUND, seconds / _ROUNDS)
    while not best.closed and best.left > 0:
        near = best.bound is not None and best.bound <= best.score * (1 + _NEAR)
        if near and seconds >= _LONG and best.left <= seconds * _PROOF:
            return
        parts.plan_talents(until=max(_LAST, best.left - length * _OF_IT))
        search.improve(min(best.left, length * (1 - _OF_IT)))
