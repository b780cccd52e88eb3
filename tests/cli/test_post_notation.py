"""How months, hours, skills and lines are written: what is understood, and what is refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.entities import Role
from models.errors import Mistake
from models.hours import decimal
from models.months import Month, window
from tests.saying import refused
from wording import Words
from wording.hours import spoken
from wording.months import label
from wording.typed import notation

WINTER = ("2026-12", "2027-01", "2027-02", "2027-03")


@pytest.mark.parametrize(
    "written", ["2026-12", "2026/12", "2026年12月", "令和8年12月", "R8.12", "２０２６年１２月"]
)
def test_a_month_is_read_as_officials_write_it(written: str) -> None:
    assert notation.month(written) == "2026-12"


@pytest.mark.parametrize("written", ["2026-13", "12月", "", "2026", "next"])
def test_what_is_not_a_month_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(Mistake) as caught:
        notation.month(written)

    assert "2026-12" in Words("ja").say(caught.value)


@pytest.mark.parametrize(
    "written", ["2026-12..2027-03", "2026-12〜2027-03", "2026年12月~2027年3月"]
)
def test_a_range_of_months_has_both_ends(written: str) -> None:
    assert notation.months(written) == WINTER


def test_months_may_be_listed_and_a_range_that_runs_backwards_is_refused() -> None:
    assert notation.months("2027-01,2026-12..2027-01") == ("2027-01", "2026-12")
    with refused(Mistake, match="前です"):
        notation.months("2027-03..2026-12")


@given(st.integers(0, 10_000))
def test_hours_read_back_as_they_are_written(amount: Any) -> None:
    assert notation.hours(decimal(amount)) == amount
    if amount % 4 == 0 or amount > 4:
        assert notation.hours(spoken(amount).replace(",", "")) == amount


@given(st.integers(2019, 2099), st.integers(1, 12))
def test_months_read_back_as_they_are_shown(year: Any, number: Any) -> None:
    month = f"{year}-{number:02d}"

    assert notation.month(label(Month(month))) == month


@pytest.mark.parametrize("written", ["8.1", "-8", "x", "", "nan", "7:75"])
def test_what_is_not_a_number_of_hours_is_refused(written: str) -> None:
    with pytest.raises(Mistake):
        notation.hours(written)


def test_hours_without_months_are_for_every_default_month() -> None:
    hours = notation.hours_by_month(["8", "2027-01=16", "2027-03..2027-04=7:45"], WINTER)  # type: ignore[arg-type]

    assert hours == {"2026-12": 32, "2027-01": 64, "2027-02": 32, "2027-03": 31, "2027-04": 31}


@pytest.mark.parametrize(
    ("first", "last", "count"), [("2026-12", "2027-03", 4), ("2027-03", "2027-03", 1)]
)
def test_the_default_window_ends_with_the_fiscal_year(first: str, last: str, count: int) -> None:
    months = notation.until_fiscal_year_end(Month(first))

    assert months == window(Month(first), count)
    assert months[-1] == last


def test_a_line_says_role_months_hours_and_options() -> None:
    made = notation.line(
        "engineer 2026-12..2027-01 16h 2027-02 8 2027-03=7:45 "
        'skill=業務改革:3 skill="データ 活用" people=2人 minimum=80% on_site=20%',
        2,
        (),
    )

    assert made == {
        "line": 2,
        "role": Role.ENGINEER,
        "hours": {"2026-12": 64, "2027-01": 64, "2027-02": 32, "2027-03": 31},
        "skills": {"業務改革": 3, "データ 活用": 1},
        "people": 2,
        "minimum_percent": 80,
        "on_site_percent": 20,
    }


def test_a_line_may_be_written_in_japanese() -> None:
    made = notation.line("エンジニア 2026年12月 7時間45分 スキル＝業務改革:3 人数=2", 1, ())

    assert made["role"] is Role.ENGINEER
    assert made["hours"] == {"2026-12": 31}
    assert (made["skills"], made["people"]) == ({"業務改革": 3}, 2)


@pytest.mark.parametrize(
    "written",
    [
        "engineer",
        "engineer 2026-12",
        "engineer 16h 2026-12",
        "manager 16h",
        "engineer 16h persons=2",
        "engineer 16h people=two",
        "engineer 16h skill=業務改革:9",
        "engineer 16h later",
        'engineer "16h',
        "",
    ],
)
def test_a_line_that_cannot_be_read_is_a_mistake_not_a_guess(written: str) -> None:
    with pytest.raises(Mistake):
        notation.line(written, 1, WINTER)  # type: ignore[arg-type]


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_a_line(text: Any) -> None:
    try:
        made = notation.line(text, 1, WINTER)  # type: ignore[arg-type]
    except Mistake:
        return
    assert made["hours"]
