"""With which code the process ends, and what a script may make of it."""

from typing import Final

FINE: Final = 0
#: Faults were found, nothing is there, or it was refused.
NOT_FINE: Final = 1
#: The person at the edge can mend it.
MISTAKE: Final = 2
#: The log or the store is away.
AWAY: Final = 3
#: Work neither went on nor ended.
STUCK: Final = 4
#: The same was posted a moment ago: nothing was written.
POSTED_BEFORE: Final = 4
#: Somebody has changed it since it was looked at: nothing was written.
STALE: Final = 5
