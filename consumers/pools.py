"""pools.v1 -> matcher -> store (plan, matches, outbox)"""

from collections.abc import Awaitable, Callable, Sequence

from consumers.ingest import say_dead
from consumers.ports import IngestStore
from consumers.reading import sort_out
from consumers.retry import patient
from consumers.unstorable import ingested
from models.event_log import Consumer, Record
from models.facts import PoolChanged
from models.ids import PoolId

GROUP = "talentpool-matcher"


def pools_consumer(plan_pool: Callable[[PoolId], Awaitable[None]], store: IngestStore) -> Consumer:
    """Plans each changed pool once for a batch: only its newest version matters."""

    async def handle(records: Sequence[Record]) -> None:
        taken, dead = sort_out(records, {PoolChanged.topic: PoolChanged})
        if dead:
            say_dead((await ingested(store, (), dead)).dead)
        for pool_id in dict.fromkeys(t.message.fact.key for t in taken):
            await plan_pool(pool_id)

    return Consumer(group=GROUP, topics=(PoolChanged.topic,), handle=patient(handle))
