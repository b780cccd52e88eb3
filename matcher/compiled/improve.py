"""What the solver asks for: better plans and a bound, where compiled code is at hand.

Light to import; numba is loaded at the first call that finds compiled code.
"""

from collections.abc import Sequence

from matcher.candidates import Candidate
from matcher.compiled.ready import ready
from matcher.incumbent import Incumbent
from matcher.problem import Assignment


def improve(best: Incumbent, offered: Sequence[Candidate], seed: int, seconds: float) -> bool:
    """Offer better plans for so many seconds; False, at once, where the code is not at hand."""
    if seconds <= 0 or not ready():
        return False
    from matcher.compiled.layout import lay_out  # noqa: PLC0415  loads numba
    from matcher.compiled.search import search  # noqa: PLC0415

    until = best.left - seconds

    def tell(found: Sequence[Assignment]) -> bool:
        best.offer(found, "search")
        return best.closed

    layout = lay_out(best.problem, offered)
    start = best.assignments or ()
    best.offer(search(layout, start, best.left - until, seed, progress=tell), "search")
    return True


def bound(best: Incumbent, offered: Sequence[Candidate], seconds: float) -> bool:
    """Lower the bound for so many seconds; False, at once, where the code is not at hand."""
    if seconds <= 0 or not ready():
        return False
    from matcher.compiled.bound import Bound  # noqa: PLC0415  loads numba
    from matcher.compiled.layout import lay_out  # noqa: PLC0415

    best.limit(Bound(lay_out(best.problem, offered).arrays).improve(best.score, seconds))
    return True
