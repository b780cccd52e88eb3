"""What a topic of facts must be set to, so that the broker lets go of nothing that was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import for_code

#: Kafka's own defaults forget after seven days. Compacting would forget too: facts about one pool
#: share its key.
_FOR_EVER = {"cleanup.policy": "delete", "retention.ms": "-1", "retention.bytes": "-1"}
_IN_SYNC = "min.insync.replicas"
#: Where a value was set for this topic alone, and not for the broker or by Kafka.
_OWN = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Differs:
    """A topic whose settings may lose what was said."""

    topic: str
    found: Mapping[str, str]  #: what is wrong, as it is
    wanted: Mapping[str, str]  #: the same, as it should be
    own: Mapping[str, str]  #: everything that is set for this topic alone

    def __str__(self) -> str:
        return f"{self.topic}: " + ", ".join(f"{name}={text}" for name, text in self.found.items())


def in_sync(replicas: int) -> int:
    """How many replicas must have a record before it counts: one broker may be away.

    Of two replicas it is one, or the second would stop all writing whenever it is away.
    """
    return replicas // 2 + 1 if replicas > 2 else 1


def settings(replicas: int) -> dict[str, str]:
    """Of a topic that is made."""
    return {**_FOR_EVER, _IN_SYNC: str(in_sync(replicas))}


async def differing(admin: AIOKafkaAdminClient, topics: Sequence[str]) -> list[Differs]:
    """Those of the topics that exist and are set otherwise."""
    # All topics, as asking for one by name may make it.
    described = {t["topic"]: t["partitions"] for t in await admin.describe_topics()}
    replicas = {
        topic: min(len(partition["replicas"]) for partition in described[topic])
        for topic in dict.fromkeys(topics)
        if described.get(topic)
    }
    if not replicas:
        return []
    found = []
    asked = [ConfigResource(ConfigResourceType.TOPIC, topic) for topic in replicas]
    for answer in await admin.describe_configs(asked):
        for code, _, _, topic, entries in answer.resources:
            if code:
                raise for_code(code)
            found.append(_compared(topic, replicas[topic], entries))
    return [each for each in found if each.found]


async def mend(admin: AIOKafkaAdminClient, differs: Sequence[Differs]) -> None:
    """Set them as they should be; what else is set for them stays."""
    if not differs:
        return
    # The request says all that is set for a topic: what it leaves out goes back to the default.
    wanted = [
        ConfigResource(ConfigResourceType.TOPIC, each.topic, {**each.own, **each.wanted})
        for each in differs
    ]
    for answer in await admin.alter_configs(wanted):
        for code, *_ in answer.resources:
            if code:
                raise for_code(code)


def _compared(topic: str, replicas: int, entries: Sequence[tuple[Any, ...]]) -> Differs:
    values = {name: text for name, text, *_ in entries}
    wrong = {name: text for name, text in _FOR_EVER.items() if values.get(name) != text}
    if int(values.get(_IN_SYNC) or 1) < in_sync(replicas):
        wrong[_IN_SYNC] = str(in_sync(replicas))
    return Differs(
        topic=topic,
        found={name: str(values.get(name)) for name in wrong},
        wanted=wrong,
        own={name: text for name, text, _, source, *_ in entries if source == _OWN},
    )
