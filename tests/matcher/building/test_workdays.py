"""Which days of a month count, and how many of them are left."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.building.workdays import is_workday, workdays
from matcher.problem import Workdays


def test_the_last_day_of_november_is_one_of_nineteen() -> None:
    # 2026: 30 days, nine of them at weekends, 3 and 23 November are holidays.
    assert workdays(date(2026, 11, 30)) == Workdays(left=1, of=19)


def test_offices_are_closed_at_the_turn_of_the_year() -> None:
    assert not any(is_workday(date(2026, 12, day)) for day in (29, 30, 31))
    assert is_workday(date(2026, 12, 28))
    assert not is_workday(date(2027, 1, 1))
    assert workdays(date(2026, 12, 29)) == Workdays(left=0, of=20)


def test_a_month_that_begins_with_days_off_is_still_whole_on_its_first_working_day() -> None:
    assert workdays(date(2027, 1, 4)) is None
    assert workdays(date(2027, 1, 5)) == Workdays(left=18, of=19)


def test_days_on_which_the_pool_is_closed_do_not_count() -> None:
    closed = (date(2026, 11, 27), date(2026, 11, 30))

    assert workdays(date(2026, 11, 26), closed) == Workdays(left=1, of=17)


@settings(deadline=None)
@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_a_day_later_is_never_more(day: Any) -> None:
    later = day + timedelta(1)
    if later.month != day.month:
        return
    share = [w.left / w.of if w else 1 for w in (workdays(day), workdays(later))]

    assert share[0] >= share[1]
