"""The pace of this machine: how long by the clock a second of work takes while others work too."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, thread_time

#: Part of the old pace that is kept at each look, and the slowest that is believed.
_KEPT, _SLOWEST = 0.7, 20.0
#: Less work than this says nothing about the pace.
_NOTHING = 0.005


class Pace:
    """Of one thread: limits are set in seconds of work, so that a busy machine cuts none short."""

    def __init__(self) -> None:
        self.slowness = 1.0  #: seconds by the clock for a second of work

    def by_the_clock(self, work: float) -> float:
        """Seconds in which so many seconds of work are done."""
        return work * self.slowness

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Learn from what this thread does meanwhile."""
        clock, work = monotonic(), thread_time()
        yield
        self.learn(monotonic() - clock, thread_time() - work)

    def learn(self, clock: float, work: float) -> None:
        """So many seconds by the clock were needed for so many of work."""
        if work < _NOTHING:
            return
        now = min(_SLOWEST, max(1.0, clock / work))
        self.slowness = _KEPT * self.slowness + (1 - _KEPT) * now
