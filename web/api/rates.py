"""How often a token may ask: a bucket for each, filled as time passes; kept in memory."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from models.phrase import Phrase
from web.api.problems import Failed

#: Tokens that are remembered, those that asked last.
_MOST = 10_000


class Rates:
    """So many requests a minute of each token, all at once or one by one; 0: any number."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = per_minute, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, token_id: str) -> None:
        """One request. Raises Failed (429), which says in how many seconds the next one may."""
        if not self._most:
            return
        now, each = self._clock(), 60 / self._most
        left, at = self._left.pop(token_id, (float(self._most), now))
        left = min(self._most, left + (now - at) / each)
        wait = max(0.0, (1 - left) * each)
        self._left[token_id] = (left if wait else left - 1, now)
        while len(self._left) > _MOST:
            self._left.popitem(last=False)
        if wait:
            headers = {"retry-after": str(max(1, math.ceil(wait)))}
            raise Failed(429, Phrase.of("api_too_often", most=self._most), headers)
