"""Months as `YYYY-MM`, and the fiscal years (April to March) they belong to."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, NewType

from pydantic import StringConstraints

Month = NewType("Month", str)
MonthField = Annotated[Month, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]


def month_of(day: date) -> Month:
    """The month a day lies in."""
    return Month(f"{day.year:04d}-{day.month:02d}")


def plus(month: Month, count: int) -> Month:
    """The month `count` months later (earlier where negative)."""
    year, number = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 + count, 12)
    return Month(f"{year:04d}-{number + 1:02d}")


def window(first: Month, count: int) -> tuple[Month, ...]:
    """`count` months in order, beginning with `first`."""
    return tuple(plus(first, k) for k in range(count))


def between(first: Month, last: Month) -> Iterator[Month]:
    """Every month from `first` to `last`, both included; none where last is earlier."""
    while first <= last:
        yield first
        first = plus(first, 1)


def fiscal_year(month: Month) -> int:
    """The 年度 a month belongs to: 2027-03 is 2026."""
    return int(month[:4]) - (int(month[5:]) < 4)


def year_end(month: Month) -> Month:
    """The last month of the fiscal year that a month belongs to."""
    return Month(f"{fiscal_year(month) + 1:04d}-03")
