"""What happens to pools, told to whoever has a page of one open: one look for all of them."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

from models.accounts import AccountId
from models.errors import TalentPoolError
from models.ids import PoolId

#: Seconds between looks at the store: other processes write it too, and cannot tell us.
_LOOK = 0.5
#: Pages of one account that may follow at once: a browser has six connections to a host.
MOST = 4


class PoolWatch:
    """Looks while somebody follows, and rests while nobody does."""

    def __init__(
        self,
        moments: Callable[[], Awaitable[Mapping[PoolId, str]]],
        prepare: Callable[[PoolId], Awaitable[object]] | None = None,
    ) -> None:
        self._moments = moments
        self._prepare = prepare
        self._open: Counter[PoolId] = Counter()
        self._known: Mapping[PoolId, str] = {}
        self._news = asyncio.Condition()
        self._following: Counter[AccountId] = Counter()
        self._task: asyncio.Task[None] | None = None
        self._over = False

    def is_full(self, account_id: AccountId) -> bool:
        """Whether as many pages of the account follow as may."""
        return self._over or self._following[account_id] >= MOST

    @contextmanager
    def place(self, account_id: AccountId) -> Iterator[bool]:
        """A place among the pages that follow; False: those who came at once have taken them."""
        self._following[account_id] += 1
        try:
            yield self._following[account_id] <= MOST
        finally:
            self._following[account_id] -= 1

    async def follow(self, pool_id: PoolId, seconds: float) -> AsyncIterator[str | None]:
        """The pool's moment, then each one that differs; None after `seconds` without news."""
        self._open[pool_id] += 1
        try:
            async for moment in self._followed(pool_id, seconds):
                yield moment
        finally:
            self._open[pool_id] -= 1

    async def _followed(self, pool_id: PoolId, seconds: float) -> AsyncIterator[str | None]:
        seen: str | None = None
        while not self._over:
            self._look_on()
            now = self._known.get(pool_id)
            if now is not None and now != seen:
                seen = now
                yield now
                continue
            try:
                async with asyncio.timeout(seconds), self._news:
                    await self._news.wait()
            except TimeoutError:
                yield None

    async def close(self) -> None:
        """Whoever follows is told that it is over."""
        self._over = True
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        async with self._news:
            self._news.notify_all()

    def _look_on(self) -> None:
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._look())

    async def _look(self) -> None:
        while +self._following:
            # A store that is away for a moment is looked at again.
            with suppress(TalentPoolError):
                known = await self._moments()
                if known != self._known:
                    await self._prepare_open(known)
                    async with self._news:
                        self._known = known
                        self._news.notify_all()
            await asyncio.sleep(_LOOK)
        self._known = {}

    async def _prepare_open(self, known: Mapping[PoolId, str]) -> None:
        """What is new of a pool is read once before its pages hear of it and all ask at once."""
        if self._prepare is None:
            return
        for pool_id in +self._open:
            if self._known.get(pool_id, known.get(pool_id)) != known.get(pool_id):
                # Whoever asks is told what is wrong with it.
                with suppress(TalentPoolError):
                    await self._prepare(pool_id)
