"""The topics of the log: what each partition holds, and how far each group has come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from application.live.ports import WatchedLog
from models.event_log import PartitionOffsets


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPlace:
    """How far a group has come in a partition."""

    group: str
    taken: int  #: the offset of the record that it takes next
    lag: int  #: records that wait for it


@dataclass(frozen=True, slots=True, kw_only=True)
class PartitionView:
    """A partition, and every group that reads it."""

    held: PartitionOffsets
    groups: tuple[GroupPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic with its partitions in order."""

    topic: str
    partitions: tuple[PartitionView, ...]

    @property
    def records(self) -> int:
        """How many it holds."""
        return sum(each.held.end - each.held.begin for each in self.partitions)

    @property
    def lags(self) -> Mapping[str, int]:
        """What waits for each group that reads it."""
        found: dict[str, int] = {}
        for each in self.partitions:
            for place in each.groups:
                found[place.group] = found.get(place.group, 0) + place.lag
        return found


async def topics(
    event_log: WatchedLog, names: Sequence[str], groups: Mapping[str, Sequence[str]]
) -> tuple[TopicView, ...]:
    """Every topic that there is, in the order of the names."""
    # First how far the groups are: what is appended meanwhile only makes the lag larger.
    taken = {group: await event_log.taken(group, read) for group, read in groups.items()}
    held = await event_log.partitions(names)
    views = []
    for name in names:
        own = sorted((each for each in held if each.topic == name), key=lambda p: p.partition)
        readers = [group for group, read in groups.items() if name in read]
        if own:
            partitions = tuple(
                PartitionView(
                    held=each, groups=tuple(_place(group, taken[group], each) for group in readers)
                )
                for each in own
            )
            views.append(TopicView(topic=name, partitions=partitions))
    return tuple(views)


def _place(group: str, taken: Mapping[tuple[str, int], int], held: PartitionOffsets) -> GroupPlace:
    """A group that has taken nothing begins where the partition does."""
    at = max(held.begin, taken.get((held.topic, held.partition), held.begin))
    return GroupPlace(group=group, taken=at, lag=max(0, held.end - at))
