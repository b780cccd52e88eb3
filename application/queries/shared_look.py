"""One look at something costly for all who ask at about the same time."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Seen(Generic[T]):
    """What a look came to, and when it was taken."""

    at: datetime
    found: T


@dataclass
class SharedLook(Generic[T]):
    """Whoever asks while a look is taken, or shortly after, gets what it comes to."""

    look: Callable[[], Awaitable[T]]
    now: Callable[[], datetime]
    keep: timedelta
    _last: "asyncio.Future[Seen[T]] | None" = field(default=None, init=False)

    async def seen(self) -> Seen[T]:
        """The last look where it is new enough, else another."""
        last = self._last
        if last is None or self._is_over(last):
            last = self._last = asyncio.ensure_future(self._taken())
        # Whoever goes away does not end the look of the others.
        return await asyncio.shield(last)

    def _is_over(self, last: "asyncio.Future[Seen[T]]") -> bool:
        if not last.done():
            return False
        if last.cancelled() or last.exception():
            return True
        return self.now() - last.result().at > self.keep

    async def _taken(self) -> Seen[T]:
        found = await self.look()
        return Seen(self.now(), found)
