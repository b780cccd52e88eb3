"""records -> Apache Kafka -> consumers: the event log of production."""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import AsyncExitStack, suppress
from functools import partial

from aiokafka.errors import KafkaError
from faststream.kafka import KafkaBroker

from infra.kafka import admin
from infra.kafka.consuming import Subscription, batches
from infra.kafka.producing import Appender
from infra.kafka.stalled_consumer import ConsumerGuard
from models.errors import TryAgain
from models.event_log import Consumer, NewRecord, PartitionOffsets, Position, Record
from models.log import log
from models.retry import patiently

#: A cancelled run waits so long for the batches in hand.
GRACE_SECONDS = 15.0
_LOOK_SECONDS = 5.0


class KafkaLog:
    """The topics of a Kafka cluster.

    `partitions`, `replication`: of topics that `provision` makes. `patience`: seconds after which a
    broker that does not answer is TryAgain. `session_seconds`: a consumer that is silent for so
    long loses its partitions to others. `stuck_seconds`: records wait and nothing moves for so
    long before a subscription is restarted. `handling_seconds`: a handler that takes longer gives
    its partitions to others, and the batch comes again.
    """

    def __init__(
        self,
        servers: str,
        *,
        partitions: int = 12,
        replication: int = 1,
        patience: float = 10.0,
        session_seconds: float = 10.0,
        stuck_seconds: float = 30.0,
        handling_seconds: float = 300.0,
    ) -> None:
        self._servers = servers
        self._partitions = partitions
        self._replication = replication
        self._patience = patience
        self._session_seconds = session_seconds
        self._stuck_seconds = stuck_seconds
        self._handling_seconds = handling_seconds
        self._appender = Appender(servers, seconds=patience)

    async def provision(self, topics: Sequence[str]) -> None:
        """Make every topic that does not exist yet, and let none forget what it holds.

        Raises TryAgain where Kafka is away.
        """
        async with admin.asked(self._servers, self._patience):
            mended = await admin.provision(
                self._servers, topics, count=self._partitions, replicas=self._replication
            )
        for each in mended:
            log.warning("topic.mended", topic=each.topic, found=each.found, wanted=each.wanted)

    async def forgetting(self, topics: Sequence[str]) -> Sequence[str]:
        """Topics that are set to let go of records, with what is set. Raises TryAgain."""
        async with admin.asked(self._servers, self._patience):
            return [str(each) for each in await admin.differing(self._servers, topics)]

    async def append(self, records: Sequence[NewRecord]) -> Sequence[Position]:
        """Keep the records; every replica in sync has them when this returns.

        Raises TryAgain where Kafka does not answer in time.
        """
        return await self._appender.append(records) if records else []

    async def run(self, consumers: Sequence[Consumer]) -> None:
        """Feed the consumers until cancelled; raises the first error of a handler.

        A cancelled run finishes the batches in hand, for at most 15 seconds. Waits for a Kafka
        that is away.
        """
        failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        broker = KafkaBroker(
            self._servers,
            consumer_only=True,
            allow_auto_create_topics=False,
            apply_types=False,
            graceful_timeout=GRACE_SECONDS,
            logger=None,
        )
        subscriptions = [
            Subscription(
                broker,
                c,
                failed=failed,
                session_seconds=self._session_seconds,
                handling_seconds=self._handling_seconds,
            )
            for c in consumers
        ]
        watching = [
            asyncio.create_task(self._watch_the_broker()),
            *(
                asyncio.create_task(
                    ConsumerGuard(self._servers, s, seconds=self._stuck_seconds).watch()
                )
                for s in subscriptions
            ),
        ]
        try:
            for consumer in consumers:
                if consumer.start == "now":
                    await patiently(partial(self._begin_now, consumer))
            await self._start(broker)
            await asyncio.wait([failed, *watching], return_when=asyncio.FIRST_COMPLETED)
        finally:
            for watch in watching:
                watch.cancel()
            watched = await asyncio.gather(*watching, return_exceptions=True)
            await broker.stop()
            if failed.done():
                failed.result()
            failed.cancel()
            for error in watched:
                if isinstance(error, Exception):
                    raise error

    async def tail(self, topics: Sequence[str], *, past: int = 0) -> AsyncGenerator[Record, None]:
        """Records as they are appended; first the last `past` of each partition."""
        async with AsyncExitStack() as stack:
            async with admin.asked(self._servers, self._patience):
                consumer = await stack.enter_async_context(admin.client(self._servers))
                places = await admin.partitions(self._servers, topics)
                begins = await consumer.beginning_offsets(places)
                ends = await consumer.end_offsets(places)
            consumer.assign(places)
            for place in places:
                consumer.seek(place, max(begins[place], ends[place] - past))
            while True:
                fetched = await consumer.getmany(timeout_ms=1000)
                for raw in fetched.values():
                    for batch in batches(tuple(raw)):
                        for record in batch:
                            yield record

    async def lag(self, group: str, topics: Sequence[str]) -> int:
        """How many records of the topics the group has not taken yet."""
        async with admin.asked(self._servers, self._patience):
            found = await admin.waiting(self._servers, group, topics)
        return sum(end - following for following, end in found.values())

    async def partitions(self, topics: Sequence[str]) -> Sequence[PartitionOffsets]:
        """Every partition of the topics that exist, in order. Raises TryAgain."""
        async with admin.asked(self._servers, self._patience):
            found = await admin.extents(self._servers, topics)
        return [
            PartitionOffsets(topic=at.topic, partition=at.partition, begin=begin, end=end)
            for at, (begin, end) in found.items()
        ]

    async def taken(self, group: str, topics: Sequence[str]) -> Mapping[tuple[str, int], int]:
        """By topic and partition: the offset that the group takes next. Raises TryAgain."""
        async with admin.asked(self._servers, self._patience):
            found = await admin.waiting(self._servers, group, topics)
        return {(at.topic, at.partition): following for at, (following, _) in found.items()}

    async def rewind(self, group: str, topics: Sequence[str]) -> None:
        """The group takes the topics from their beginning again.

        Raises Mistake while any service is in the group.
        """
        async with admin.asked(self._servers, self._patience):
            await admin.rewind(self._servers, group, topics)

    async def ping(self) -> str:
        """The servers and their cluster; raises TryAgain where Kafka does not answer."""
        async with admin.asked(self._servers, self._patience):
            return f"Kafka {self._servers}, {await admin.members(self._servers)}"

    async def close(self) -> None:
        await self._appender.close()

    async def _begin_now(self, consumer: Consumer) -> None:
        async with admin.asked(self._servers, self._patience):
            await admin.begin_now(self._servers, consumer.group, consumer.topics)

    async def _start(self, broker: KafkaBroker) -> None:
        async def start() -> None:
            try:
                await broker.start()
            except (KafkaError, OSError) as error:
                with suppress(Exception):
                    await broker.stop()  # those that did start
                raise TryAgain(
                    "kafka_away", servers=self._servers, error=type(error).__name__
                ) from error

        await patiently(start)

    async def _watch_the_broker(self) -> None:
        """Consumers wait for a broker without a word: this says that it is away."""
        while True:
            await patiently(self.ping)
            await asyncio.sleep(_LOOK_SECONDS)
