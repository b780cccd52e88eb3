"""One moment of the store, asked in SQL that both databases speak."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

Value = str | int | UUID


class Look(Protocol):
    """A transaction in which every statement sees the same moment."""

    async def rows(self, statement: str, **values: Value) -> Sequence[Any]:
        """The answer, a row with its columns as attributes; `:name` stands for a value."""
        ...


class ReadPart:
    """One concern of the reads; the parts share one database."""

    _now: Callable[[], datetime]

    def _looking(self) -> AbstractAsyncContextManager[Look]:
        """Raises TryAgain where the database is away."""
        raise NotImplementedError

    async def _rows(self, statement: str, **values: Value) -> Sequence[Any]:
        async with self._looking() as look:
            return await look.rows(statement, **values)


def uuid_in(column: str | UUID) -> UUID:
    """An id as its column gives it: SQLite keeps its digits."""
    return column if isinstance(column, UUID) else UUID(column)


def digits(values: Mapping[str, Value]) -> dict[str, Value]:
    """Values as SQLite keeps them: of an id its digits."""
    return {name: value.hex if isinstance(value, UUID) else value for name, value in values.items()}
