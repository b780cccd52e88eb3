"""A plan as tables, before anybody decides how to write them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

Value = str | int | float | None


class Holds(Enum):
    """What the cells of a column are."""

    TEXT = "text"
    LONG = "long"  #: a sentence; wrapped
    HOURS = "hours"  #: quarters in the table, hours where it is written
    COUNT = "count"
    RATE = "rate"  #: 0.5 is 50 %


@dataclass(frozen=True, slots=True)
class Head:
    """A column of a table; `frozen` columns stay in sight."""

    title: str
    holds: Holds = Holds.TEXT
    width: int = 10
    frozen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet or one CSV file."""

    name: str  #: of the sheet, as people read it
    stem: str  #: of the file
    heads: tuple[Head, ...]
    rows: Sequence[Sequence[Value]]
    total: Sequence[Value] = ()


def sums(values: Iterable[Sequence[int]], width: int) -> list[int]:
    """The sum of each column."""
    total = [0] * width
    for row in values:
        for at, value in enumerate(row):
            total[at] += value
    return total
