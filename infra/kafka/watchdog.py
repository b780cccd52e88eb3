"""Restarts a subscription that is alive but takes nothing although records wait."""

import asyncio
from typing import NamedTuple

import structlog

from infra.kafka import asking
from infra.kafka.consuming import Subscription
from models.errors import TryAgain

log = structlog.get_logger(__name__)


class Seen(NamedTuple):
    """What a group has done; two equal ones some time apart mean that it does nothing."""

    taken: int  #: batches this process has handled
    committed: int  #: sum of the group's offsets


class Watchdog:
    """Looks at one subscription every third of `seconds`.

    aiokafka can stay connected and silent after a broker was restarted or a group rebalanced.
    """

    def __init__(self, servers: str, subscription: Subscription, *, seconds: float) -> None:
        self._servers = servers
        self._subscription = subscription
        self._seconds = seconds

    async def watch(self) -> None:
        """For ever."""
        loop = asyncio.get_running_loop()
        seen, since = None, loop.time()
        while True:
            await asyncio.sleep(self._seconds / 3)
            try:
                lag, now = await self._look()
            except TryAgain:  # the broker is away: that is not the subscription's fault
                seen, since = None, loop.time()
                continue
            # A slow handler is not stuck, and an idle group has nothing to do.
            if now != seen or not lag or self._subscription.busy:
                seen, since = now, loop.time()
            elif loop.time() - since >= self._seconds:
                await self._restart(lag)
                seen, since = None, loop.time()

    async def _look(self) -> tuple[int, Seen]:
        consumer = self._subscription.consumer
        async with asking.asked(self._servers, self._seconds):
            found = await asking.waiting(self._servers, consumer.group, consumer.topics)
        # Another member's partitions are its own affair; but who holds none may be the stuck one.
        client = self._subscription.subscriber.consumer
        mine = (client.assignment() if client else None) or set(found)
        places = {place: found[place] for place in found if place in mine}
        return (
            sum(end - following for following, end in places.values()),
            Seen(self._subscription.taken, sum(following for following, _ in places.values())),
        )

    async def _restart(self, lag: int) -> None:
        log.warning("consumer.restarted", group=self._subscription.consumer.group, lag=lag)
        try:
            async with asking.asked(self._servers, self._seconds):
                await self._subscription.restart()
        except TryAgain:
            pass  # looked at again, and restarted again
