"""The strategy for pools like today's: search, then groups of talents planned anew beside it."""

from concurrent.futures import ThreadPoolExecutor

from matcher.solving.compiled_methods import CompiledMethods
from matcher.solving.full_mip import FullMip
from matcher.solving.incumbent import Incumbent
from matcher.solving.mip_neighbourhoods import Neighbourhoods
from matcher.solving.mip_solver import assemble, relax
from matcher.solving.talent_neighbourhoods import TalentNeighbourhoods

#: Part of the time for the first search, and seconds of it that are enough.
_SEARCH, _ENOUGH = 0.4, 4.0
#: With fewer seconds models of groups are not worth building.
_SHORT = 2.0
#: From so many seconds on the whole model says more than a second search; where there are so few
#: candidates, always.
_WHOLE, _FEW = 10.0, 200
#: Parts of a round in which neighbourhoods and search take turns; seconds of it, at least.
_ROUNDS, _ROUND, _OF_IT = 6, 3.0, 0.6
#: Seconds kept for what ends unpunctually.
_LAST = 0.1
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
    if seconds < _SHORT:
        _lower(best, parts, search)
        parts.keep_pairs(best.assignments or (), best.left / 2)
        search.improve(best.left)
    elif seconds < _WHOLE and len(parts.offered) >= _FEW:
        _side_by_side(best, parts, search)
    else:
        whole.begin()
        _lower(best, parts, search)
        _take_turns(best, parts, search, seconds)


def _lower(best: Incumbent, parts: Neighbourhoods, search: CompiledMethods) -> None:
    """The bound of the relaxation; the whole model says more, but later."""
    bound, _ = relax(assemble(best.problem, parts.offered, strict=()), best.left / 2)
    best.limit(bound, "glop")
    if bound is None:
        search.lower(best.left / 3)


def _side_by_side(best: Incumbent, parts: Neighbourhoods, search: CompiledMethods) -> None:
    """Groups on one core, bound and search on the other, each from the best plan of both."""
    talents = TalentNeighbourhoods(best, parts.offered, parts.random)
    with ThreadPoolExecutor(1, thread_name_prefix="groups") as other:
        groups = other.submit(talents.improve, _LAST)
        _lower(best, parts, search)
        search.improve(best.left, chains=1)
        groups.result()


def _take_turns(
    best: Incumbent, parts: Neighbourhoods, search: CompiledMethods, seconds: float
) -> None:
    """Groups and search, until it is the second solver's turn."""
    talents = TalentNeighbourhoods(best, parts.offered, parts.random)
    length = max(_ROUND, seconds / _ROUNDS)
    while not best.closed and best.left > 0:
        near = best.bound is not None and best.bound <= best.score * (1 + _NEAR)
        if near and seconds >= _LONG and best.left <= seconds * _PROOF:
            return
        talents.improve(until=max(_LAST, best.left - length * _OF_IT))
        search.improve(min(best.left, length * (1 - _OF_IT)), chains=1)
