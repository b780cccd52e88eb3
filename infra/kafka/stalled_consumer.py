"""Restarts a subscription that is alive but takes nothing although records wait."""

import asyncio
from contextlib import suppress
from typing import NamedTuple

from infra.kafka import admin
from infra.kafka.consuming import Subscription
from models.errors import TryAgain
from models.log import log

#: Leaving a group and joining it again takes as long as its other members need to notice.
_RESTART_SECONDS = 120.0


class Seen(NamedTuple):
    """What a group has done; two equal ones some time apart mean that it does nothing."""

    taken: int  #: batches this process has handled
    committed: int  #: sum of the group's offsets


class ConsumerGuard:
    """Looks at one subscription every third of `seconds`, and restarts it after `seconds`.

    aiokafka can stay connected and silent after a broker was restarted or a group rebalanced.
    Each restart that did not help doubles the patience: a group that takes long to gather must
    not be disturbed for ever.
    """

    def __init__(self, servers: str, subscription: Subscription, *, seconds: float) -> None:
        self._servers = servers
        self._subscription = subscription
        self._seconds = seconds

    async def watch(self) -> None:
        """For ever."""
        loop = asyncio.get_running_loop()
        seen, since, patience = None, loop.time(), self._seconds
        while True:
            await asyncio.sleep(self._seconds / 3)
            try:
                lag, now = await self._look()
            except TryAgain:  # the broker is away: that is not the subscription's fault
                since = loop.time()
                continue
            # A slow handler is not stuck, and an idle group has nothing to do.
            if now != seen or not lag or self._subscription.busy:
                seen, since, patience = now, loop.time(), self._seconds
            elif loop.time() - since >= patience:
                await self._restart(lag)
                since, patience = loop.time(), 2 * patience

    async def _look(self) -> tuple[int, Seen]:
        consumer = self._subscription.consumer
        async with admin.asked(self._servers, self._seconds):
            found = await admin.waiting(self._servers, consumer.group, consumer.topics)
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
        with suppress(TryAgain):  # looked at again, and restarted again
            async with admin.asked(self._servers, _RESTART_SECONDS):
                await self._subscription.restart()
