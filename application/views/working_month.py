"""Working days of a month, its holidays, and what days of leave take from its hours."""

from calendar import monthrange
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

import jpholiday

from matcher.building.workdays import is_workday
from models.months import Month, month_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A day on which offices are closed, by its name; of the pool's own days there is none."""

    day: date
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingMonth:
    """A month as offices count it."""

    month: Month
    days: int  #: working days
    holidays: tuple[Holiday, ...]  #: those that fall on a weekday

    def less(self, quarters: int, days_off: int) -> int:
        """The hours that are left of a month's hours after so many working days off."""
        if not self.days:
            return quarters
        return round(quarters * max(0, self.days - days_off) / self.days)


def working_month(month: Month, closed: Collection[date] = ()) -> WorkingMonth:
    """The month at offices that are closed on these days too."""
    year, number = int(month[:4]), int(month[5:])
    days = [date(year, number, day + 1) for day in range(monthrange(year, number)[1])]
    off = [day for day in days if day.weekday() < 5 and not is_workday(day, closed)]
    return WorkingMonth(
        month=month,
        days=sum(is_workday(day, closed) for day in days),
        holidays=tuple(Holiday(day=day, name=jpholiday.is_holiday_name(day) or "") for day in off),
    )


def days_off(first: date, last: date, closed: Collection[date] = ()) -> dict[Month, int]:
    """Working days from the first day to the last, by month: holidays cost nobody any leave."""
    count = (last - first).days + 1
    days = (first + timedelta(days=at) for at in range(count))
    return dict(Counter(month_of(day) for day in days if is_workday(day, closed)))
