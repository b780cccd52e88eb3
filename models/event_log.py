"""The event log as every room sees it: records in, records out, whoever keeps them.

Two engines stand behind it, SQLite tables and Apache Kafka; both pass the same contract tests.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from models.errors import Rejected, TooLarge

Headers = tuple[tuple[str, bytes], ...]

#: Bytes of the largest record that we make. A broker takes batches of 1,048,588 bytes by default;
#: the rest is room for what it and a dead letter write around a record.
LARGEST = 1_000_000
#: Bytes of the largest record that is handed to the log at all. Others may append more than we
#: make, where their broker takes it, and a replay gives it back.
LARGEST_APPENDED = 64 * 1024 * 1024
#: Of a header, besides its name and value.
_HEADER = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecord:
    """What is appended. Records with the same topic and key keep their order."""

    topic: str
    key: str
    value: bytes
    headers: Headers = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(NewRecord):
    """What was appended, with its place in the log."""

    partition: int
    offset: int

    def header(self, name: str) -> str | None:
        """A header as text; the last one where it repeats."""
        return header(self, name)


def header(record: NewRecord, name: str) -> str | None:
    """A header as text; the last one where it repeats."""
    found = (value for known, value in reversed(record.headers) if known == name)
    return next((value.decode("utf-8", "replace") for value in found), None)


def size(record: NewRecord) -> int:
    """Bytes of a record on its topic: key, value and headers."""
    named = sum(len(name) * 4 + len(value) + _HEADER for name, value in record.headers)
    return len(record.key.encode("utf-8", "surrogatepass")) + len(record.value) + named


def check_records(records: Sequence[NewRecord]) -> None:
    """Raise Rejected where a record can never be appended, to any engine, before one of them is."""
    for record in records:
        if size(record) > LARGEST_APPENDED:
            raise TooLarge("record_too_large")
        try:
            record.key.encode()
            for name, _ in record.headers:
                name.encode()
        except UnicodeEncodeError:
            raise Rejected("key_or_header_is_no_text") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a record was put."""

    topic: str
    partition: int
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartitionOffsets:
    """What a partition holds: from `begin` to before `end`."""

    topic: str
    partition: int
    begin: int
    end: int


Handle = Callable[[Sequence[Record]], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consumer:
    """A plain async function over a batch of records, with its topics and group.

    The engine calls `handle` with records of one partition in order, one batch at a time for each
    partition. The group's offset moves only after `handle` returned; where it raises, the same
    records come again.

    `start`: where a group begins that has taken nothing of a topic yet. `now` is the end of the
    topic when the group runs for the first time; what comes later is never left out, also in a
    partition that is new to the group.
    """

    group: str
    topics: tuple[str, ...]
    handle: Handle
    batch: int = 200
    start: Literal["beginning", "now"] = "beginning"


class EventLog(Protocol):
    """Append and consume; opened by the wiring, closed by it."""

    async def provision(self, topics: Sequence[str]) -> None:
        """Make every topic that does not exist yet, and let none forget what it holds."""

    async def forgetting(self, topics: Sequence[str]) -> Sequence[str]:
        """The topics that are set to let go of records some day, each with what is set."""

    async def append(self, records: Sequence[NewRecord]) -> Sequence[Position]:
        """Keep the records. Returns only after they would survive a crash.

        Raises TryAgain where the log is away; then none, some or all may have been kept. Raises
        Rejected (TooLarge) where it will never take one of them; the others may have been kept.
        """

    async def run(self, consumers: Sequence[Consumer]) -> None:
        """Feed the consumers until cancelled; raises the first error of a handler.

        A cancelled run finishes the batch in hand.
        """

    def tail(self, topics: Sequence[str], *, past: int = 0) -> AsyncGenerator[Record, None]:
        """Records as they are appended, without a group; first the last `past` of each partition.

        Close it (`contextlib.aclosing`) when you have seen enough.
        """

    async def lag(self, group: str, topics: Sequence[str]) -> int:
        """How many records of the topics the group has not taken yet."""

    async def partitions(self, topics: Sequence[str]) -> Sequence[PartitionOffsets]:
        """Every partition of the topics that exist, in order. Raises TryAgain."""

    async def taken(self, group: str, topics: Sequence[str]) -> Mapping[tuple[str, int], int]:
        """By topic and partition: the offset that the group takes next. Raises TryAgain."""

    async def rewind(self, group: str, topics: Sequence[str]) -> None:
        """The group takes the topics from their beginning again.

        Raises Mistake where a service takes them at this moment.
        """

    async def ping(self) -> str:
        """One line that names the log and its version; raises TryAgain where it is away."""

    async def close(self) -> None: ...
