"""Questions to the broker: partitions, ends, committed offsets, members; and new topics."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import CommitFailedError, KafkaError, TopicAlreadyExistsError, for_code

from infra.kafka import retention
from infra.kafka.retention import Differs
from models.errors import Mistake, TryAgain
from models.log import log


@asynccontextmanager
async def asked(servers: str, seconds: float) -> AsyncIterator[None]:
    """Whatever goes wrong with the broker in here is TryAgain, within so many seconds."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except (KafkaError, OSError) as error:  # a time-out is one of the system's errors
        raise TryAgain("kafka_away", servers=servers, error=type(error).__name__) from error


@asynccontextmanager
async def client(servers: str, group: str | None = None) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer that subscribes to nothing: it can ask, also about a group, and joins none."""
    consumer = AIOKafkaConsumer(
        bootstrap_servers=servers,
        group_id=group,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
    )
    try:
        await consumer.start()
        yield consumer
    finally:
        await consumer.stop()


async def partitions(servers: str, topics: Sequence[str]) -> list[TopicPartition]:
    """Every partition of the topics that exist, in order."""
    async with _admin(servers) as admin:
        # All topics, as asking for one by name may make it.
        found = {t["topic"]: t["partitions"] for t in await admin.describe_topics()}
    return [
        TopicPartition(topic, number)
        for topic in dict.fromkeys(topics)
        for number in sorted(p["partition"] for p in found.get(topic, ()))
    ]


async def extents(servers: str, topics: Sequence[str]) -> dict[TopicPartition, tuple[int, int]]:
    """For every partition: its first offset, and the end."""
    places = await partitions(servers, topics)
    if not places:  # asked about nothing, the client waits for an answer that does not come
        return {}
    async with client(servers) as consumer:
        begins = await consumer.beginning_offsets(places)
        ends = await consumer.end_offsets(places)
    return {place: (begins[place], ends[place]) for place in places}


async def waiting(
    servers: str, group: str, topics: Sequence[str]
) -> dict[TopicPartition, tuple[int, int]]:
    """For every partition: the offset the group takes next, and the end."""
    places = await partitions(servers, topics)
    if not places:  # asked about nothing, the client waits for an answer that does not come
        return {}
    async with client(servers, group) as consumer:
        begins = await consumer.beginning_offsets(places)
        ends = await consumer.end_offsets(places)
        taken = await asyncio.gather(*(consumer.committed(place) for place in places))
    # What the broker has deleted by its retention waits for nobody.
    return {p: (max(t or 0, begins[p]), ends[p]) for p, t in zip(places, taken, strict=True)}


async def begin_now(servers: str, group: str, topics: Sequence[str]) -> None:
    """The group begins at the end of those topics of which it has taken nothing yet.

    Said once and for all by its offsets: a partition that is made later has none, and is taken from
    its beginning. Where another member of the group was faster, it has said so already.
    """
    places = await partitions(servers, topics)
    async with client(servers, group) as consumer:
        consumer.assign(places)
        taken = await asyncio.gather(*(consumer.committed(place) for place in places))
        known = {p.topic for p, offset in zip(places, taken, strict=True) if offset is not None}
        if fresh := [place for place in places if place.topic not in known]:
            with suppress(CommitFailedError):
                await consumer.commit(await consumer.end_offsets(fresh))


async def rewind(servers: str, group: str, topics: Sequence[str]) -> None:
    """Set the group's offsets to the beginning. Raises Mistake where the group has members."""
    places = await partitions(servers, topics)
    async with client(servers, group) as consumer:
        consumer.assign(places)
        begins = await consumer.beginning_offsets(places)
        try:
            await consumer.commit(begins)
        except CommitFailedError:
            raise Mistake("group_in_use", group=group) from None


async def provision(
    servers: str, topics: Sequence[str], *, count: int, replicas: int
) -> Sequence[Differs]:
    """Make every topic that does not exist yet, and set the others so that they keep everything.

    Returns those that were set otherwise.
    """
    async with _admin(servers) as admin:
        known = set(await admin.list_topics())
        missing = [t for t in dict.fromkeys(topics) if t not in known]
        differs = await _mended(admin, [t for t in topics if t in known])
        if missing:
            await _make(admin, missing, count=count, replicas=replicas)
    return differs


async def differing(servers: str, topics: Sequence[str]) -> Sequence[Differs]:
    """The topics that exist and would let go of something."""
    async with _admin(servers) as admin:
        return await retention.differing(admin, topics)


async def _mended(admin: AIOKafkaAdminClient, topics: Sequence[str]) -> Sequence[Differs]:
    """Those that were set anew. Where we may not look or set, that is said and we go on."""
    try:
        differs = await retention.differing(admin, topics)
        await retention.mend(admin, differs)
    except KafkaError as error:
        if error.retriable:
            raise
        log.warning("topic.unmended", reason=type(error).__name__)
        return []
    return differs


async def _make(
    admin: AIOKafkaAdminClient, topics: Sequence[str], *, count: int, replicas: int
) -> None:
    configs = retention.settings(replicas)
    answer = await admin.create_topics(
        [
            NewTopic(t, num_partitions=count, replication_factor=replicas, topic_configs=configs)
            for t in topics
        ]
    )
    for _, code, *_ in answer.topic_errors:
        # Another service that starts at the same time may have been faster.
        if code not in (0, TopicAlreadyExistsError.errno):
            raise for_code(code)
    # A new topic is known to its broker a moment after it was made.
    while not set(topics) <= set(await admin.list_topics()):  # noqa: ASYNC110 nobody calls us
        await asyncio.sleep(0.05)


async def members(servers: str) -> str:
    """How many brokers, and which cluster."""
    async with _admin(servers) as admin:
        cluster = await admin.describe_cluster()
    return f"{len(cluster['brokers'])} broker(s), cluster {cluster.get('cluster_id')}"


@asynccontextmanager
async def _admin(servers: str) -> AsyncIterator[AIOKafkaAdminClient]:
    admin = AIOKafkaAdminClient(bootstrap_servers=servers)
    try:
        await admin.start()
        yield admin
    finally:
        await admin.close()
