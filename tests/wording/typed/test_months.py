"""Months as offices write them, and as spreadsheets rewrite them."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.months import month_of
from models.unfit import Unfit
from wording.months import label
from wording.typed.months import month


@pytest.mark.parametrize(
    "written",
    [
        "2026-04",
        "2026/4",
        "2026.4",
        "2026.04",
        "２０２６年４月",
        "2026年4月1日",
        "2026-04-01",
        "2026-04-01 00:00:00",
        "2026/4/1",
        "令和8年4月",
        "令和8年4月1日",
        "令和 8 年 4 月",
        "R8.4",
        "R8.4.1",
        "R08/04/01",
        "r8-4",
        "Apr-26",
        "April 2026",
        "平成38年4月",
        "46113",
        46113,
        46113.0,
        2026.4,
        date(2026, 4, 1),
        datetime(2026, 4, 30),  # noqa: DTZ001
        "\ufeff2026-04\u200b",
    ],
)
def test_a_month_is_read_as_offices_write_it(written: Any) -> None:
    assert month(written) == "2026-04"


@pytest.mark.parametrize("written", [2027.1, "2027.1", "２０２７．１"])
def test_what_may_be_january_or_october_is_asked_about(written: Any) -> None:
    with pytest.raises(Unfit) as caught:
        month(written)

    assert caught.value.phrase.code == "month_number"
    assert caught.value.phrase.params == {"january": "2027-01", "october": "2027-10"}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("7月", "month_year"),
        ("2026-13", "month_none"),
        ("R8.13", "month_none"),
        ("2026年4月32日", "month_none"),
        ("2026年度", "month_form"),
        ("May", "month_form"),
        (2026, "month_form"),
        (8, "month_form"),
        ("202011", "month_form"),
        (True, "month_form"),
        ("", "month_form"),
    ],
)
def test_what_is_no_month_says_whether_one_was_meant(written: Any, code: str) -> None:
    with pytest.raises(Unfit) as caught:
        month(written)

    assert caught.value.phrase.code == code


@given(st.dates(date(2019, 5, 1), date(2060, 12, 1)))
def test_a_day_is_its_month_in_every_notation(day: Any) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)

    for written in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"令和{day.year - 2018}年{day.month}月{day.day}日",
        f"R{day.year - 2018}.{day.month}.{day.day}",
        label(month_of(day)),
        serial,
    ):
        assert month(written) == month_of(day)
