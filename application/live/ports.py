"""What those who watch ask of the event log; the engines fulfil it."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Protocol

from models.event_log import PartitionOffsets, Record


class WatchedLog(Protocol):
    """The event log as those see it who only look."""

    async def partitions(self, topics: Sequence[str]) -> Sequence[PartitionOffsets]: ...

    async def taken(self, group: str, topics: Sequence[str]) -> Mapping[tuple[str, int], int]: ...

    def tail(self, topics: Sequence[str], *, past: int = 0) -> AsyncGenerator[Record, None]: ...

    async def ping(self) -> str: ...
