"""Up to where somebody has read a topic: for each partition the offset that comes next."""

import re
from dataclasses import dataclass, field

#: As it stands in the `Last-Event-ID` of a browser: partition and offset, `0.12-1.44`.
_WRITTEN = re.compile(r"[0-9]{1,6}\.[0-9]{1,19}(-[0-9]{1,6}\.[0-9]{1,19}){0,999}")


@dataclass(slots=True)
class LogPlace:
    """A place in a topic of several partitions."""

    next: dict[int, int] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str) -> "LogPlace | None":
        """What a browser brings back; None where it is none of ours."""
        if not _WRITTEN.fullmatch(text):
            return None
        pairs = (each.split(".") for each in text.split("-"))
        return cls({int(partition): int(offset) for partition, offset in pairs})

    def __str__(self) -> str:
        return "-".join(f"{partition}.{offset}" for partition, offset in sorted(self.next.items()))

    def is_before(self, partition: int, offset: int) -> bool:
        """Whether a record is still to be read."""
        return offset >= self.next.get(partition, 0)

    def passed(self, partition: int, offset: int) -> None:
        """The record was read."""
        self.next[partition] = max(self.next.get(partition, 0), offset + 1)

    def copy(self) -> "LogPlace":
        """The same place, to go on from."""
        return LogPlace(dict(self.next))
