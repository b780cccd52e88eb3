"""At the start, facts that wait are taken before pools are planned."""

import asyncio
from collections.abc import Awaitable, Callable

from models.ids import PoolId
from models.retry import patiently

#: Seconds between looks at what waits.
_LOOK = 0.1
#: Seconds without progress after which planning begins all the same: whoever takes the facts may
#: be another process, and it may hang.
_STUCK = 30.0


class PlansAfterFacts:
    """Holds plans back until nothing waits any more; an undo may lie among what waits.

    `waiting`: how many facts were appended and are not taken yet.
    """

    def __init__(
        self,
        waiting: Callable[[], Awaitable[int]],
        plan: Callable[[PoolId], Awaitable[None]],
        *,
        stuck: float = _STUCK,
    ) -> None:
        self._waiting = waiting
        self._plan = plan
        self._stuck = stuck
        self._looked = asyncio.Event()  #: nobody looks any more
        self._may_plan = False

    async def plan_pool(self, pool_id: PoolId) -> None:
        """Plan the pool, once the facts are taken; cancelled where the service ends before."""
        await self._looked.wait()
        if not self._may_plan:
            # Whoever waits here holds up the end of the service. The next one plans the pool.
            raise asyncio.CancelledError
        await self._plan(pool_id)

    async def watch(self) -> None:
        """Look until nothing waits, or nothing moves; then plans may be made."""
        try:
            await self._taken()
            self._may_plan = True
        finally:
            self._looked.set()

    async def _taken(self) -> None:
        clock = asyncio.get_running_loop().time
        least, since = None, clock()
        while least != 0 and clock() - since < self._stuck:
            now = await patiently(self._waiting)
            if least is None or now < least:
                least, since = now, clock()
            if least != 0:
                await asyncio.sleep(_LOOK)
