"""A clock that does not follow a jump at once: plans must not run into another month by mistake."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from models.log import log

#: More than clocks are set by in a healthy network, less than a working day.
JUMP = timedelta(hours=1)
#: Seconds after which a jump is believed: a machine that slept, or a clock put right.
BELIEVED_AFTER = 600.0


class SteadyClock:
    """The wall clock, as long as it goes as fast as time; a jump counts once it has lasted.

    A wrong date for a minute would otherwise end drafts, and count agreed months as past.
    """

    def __init__(
        self, now: Callable[[], datetime], *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._now, self._monotonic = now, monotonic
        self._wall, self._at = now(), monotonic()
        self._jumped_at: float | None = None

    def __call__(self) -> datetime:
        """The present moment, in the zone of the wall clock."""
        wall, at = self._now(), self._monotonic()
        expected = self._wall + timedelta(seconds=at - self._at)
        if abs(wall - expected) < JUMP:
            self._wall, self._at, self._jumped_at = wall, at, None
            return wall
        if self._jumped_at is None:
            self._jumped_at = at
            seconds = round((wall - expected).total_seconds())
            log.warning("clock.jumped", seconds=seconds, believed_after=BELIEVED_AFTER)
        if at - self._jumped_at < BELIEVED_AFTER:
            return expected
        log.warning("clock.followed", now=wall.isoformat())
        self._wall, self._at, self._jumped_at = wall, at, None
        return wall
