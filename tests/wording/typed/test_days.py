"""Days in every notation that months have too."""

from datetime import date

import pytest

from models.unfit import Unfit
from wording.typed.days import days


@pytest.mark.parametrize(
    "written",
    [
        "2026-12-28",
        "2026/12/28",
        "2026年12月28日",
        "２０２６年１２月２８日",
        "令和8年12月28日",
        "令和8年 12月 28日",
        "R8.12.28",
        "Ｒ８．１２．２８",
    ],
)
def test_a_day_is_read_as_it_is_written(written: str) -> None:
    assert days(written) == [date(2026, 12, 28)]


def test_a_range_may_be_of_an_era() -> None:
    assert days("令和8年12月28日〜令和9年1月3日")[-1] == date(2027, 1, 3)


@pytest.mark.parametrize("written", ["2026-12", "R8.12", "R8.13.1", "12月28日", "きのう"])
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(Unfit):
        days(written)
