"""Working days of a month: no weekends, no national holidays, no days the pool is closed."""

from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import date

import jpholiday

from matcher.problem import Workdays

#: Offices close from 29 December to 3 January (地方公共団体の休日, 地方自治法第4条の2).
_YEAR_END = frozenset({(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)})


def is_workday(day: date, closed: Collection[date] = ()) -> bool:
    """Whether offices are open; `closed` are the pool's own days off."""
    return (
        day.weekday() < 5
        and (day.month, day.day) not in _YEAR_END
        and day not in closed
        and not jpholiday.is_holiday(day)
    )


def workdays(today: date, closed: Collection[date] = ()) -> Workdays | None:
    """Working days of the month that are left, today included; None where none is over yet."""
    open_days = [day for day in _days(today) if is_workday(day, closed)]
    left = sum(day >= today for day in open_days)
    return None if left == len(open_days) else Workdays(left=left, of=len(open_days))


def _days(of: date) -> Iterator[date]:
    for number in range(1, monthrange(of.year, of.month)[1] + 1):
        yield of.replace(day=number)
