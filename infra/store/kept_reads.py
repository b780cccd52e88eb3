"""What many look at is read once: kept in memory until the pool has changed.

Entities, plans and matches are values that cannot change, so that all may share them. A pool's
stamp says whether what is kept is still so; it is asked once for each look at the house.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from infra.store.lasting import Lasting
from infra.store.reads.every import EveryRead
from matcher.runtime.gc_pause import gc_paused
from models.ids import PoolId

#: Pools that are kept at once, the latest looked at; a large one takes some 100 MB.
MOST_POOLS = 8

Stamp = tuple[int, int]


class Kept:
    """The memory of a process: what was read of each pool at its stamp."""

    def __init__(self, reads: EveryRead) -> None:
        self.reads = reads
        self._lasting = Lasting()
        self._pools: OrderedDict[PoolId, tuple[Stamp, dict[str, asyncio.Future[Any]]]] = (
            OrderedDict()
        )

    async def get(
        self, pool_id: PoolId, stamp: Stamp, name: str, read: Callable[[], Awaitable[Any]]
    ) -> Any:
        """What was read under this name at this stamp; whoever asks first reads it for all."""
        kept = self._of(pool_id, stamp)
        found = kept.get(name)
        if found is not None and not (found.done() and (found.cancelled() or found.exception())):
            return await asyncio.shield(found)
        task = asyncio.ensure_future(self._lasting_read(read))
        kept[name] = task
        return await asyncio.shield(task)

    async def _lasting_read(self, read: Callable[[], Awaitable[Any]]) -> Any:
        with gc_paused():
            found = await read()
        self._lasting.leave_out()
        return found

    def _of(self, pool_id: PoolId, stamp: Stamp) -> dict[str, asyncio.Future[Any]]:
        known, kept = self._pools.pop(pool_id, (None, {}))
        if known != stamp:
            kept = {}
        self._pools[pool_id] = (stamp, kept)
        while len(self._pools) > MOST_POOLS:
            self._pools.popitem(last=False)
        return kept


class KeptReads:
    """The reads of one look at the house: all of them at the stamp that the first one found."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._stamps: dict[PoolId, Stamp] = {}

    def __getattr__(self, name: str) -> Any:
        whole = getattr(self._kept.reads, name)
        if name not in _OF_POOL:
            return whole

        async def read(pool_id: PoolId, *more: Any, **given: Any) -> Any:
            if pool_id not in self._stamps:
                self._stamps[pool_id] = await self._kept.reads.stamp(pool_id)
            key = f"{name} {more} {sorted(given.items())}"
            return await self._kept.get(
                pool_id, self._stamps[pool_id], key, lambda: whole(pool_id, *more, **given)
            )

        return read


#: Reads of a pool that its stamp speaks for. Names of people, failures and single things are not.
_OF_POOL = frozenset(
    {
        "settings",
        "requests",
        "talents",
        "matches",
        "declines",
        "worked",
        "plan",
        "unreadable_plan",
        "unmet",
        "problem",
        "ledger",
        "changed_last",
    }
)
