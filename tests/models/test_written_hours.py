"""Hours as offices write them."""

from datetime import time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.hours import decimal
from models.unfit import Unfit
from models.written_hours import quarters
from wording.hours import spoken


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("7.75", 31),
        ("７．７５", 31),
        ("7:45", 31),
        ("7:45:00", 31),
        ("7時間45分", 31),
        ("7時間半", 30),
        ("45分", 3),
        ("1,200", 4800),
        ("1,200時間", 4800),
        ("8 h", 32),
        (7.000000000000001, 28),
        (time(7, 45), 31),
        (timedelta(hours=31), 124),
        ("8\u200b", 32),
        *((nothing, 0) for nothing in ("-", "−", "－", "ー", "ｰ", "―", "なし", "無し", "0")),
    ],
)
def test_hours_are_read_as_offices_write_them(written: Any, amount: int) -> None:
    assert quarters(written) == amount


@pytest.mark.parametrize("written", ["7,5", "7,75", "12,34", "1,2345", "７，５"])
def test_a_comma_that_stands_before_no_three_digits_is_asked_about(written: str) -> None:
    with pytest.raises(Unfit) as caught:
        quarters(written)

    assert caught.value.phrase.code == "hours_comma"
    assert "." in caught.value.phrase.params["point"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "written", ["たくさん", "7:75", "7時間75分", "時間", "", True, None, "1,20,000", "8~16", "約8"]
)
def test_what_is_no_number_of_hours_is_not_guessed(written: Any) -> None:
    with pytest.raises(Unfit):
        quarters(written)


@given(st.integers(0, 100_000))
def test_hours_that_the_product_shows_are_read_back(amount: Any) -> None:
    assert quarters(decimal(amount)) == quarters(spoken(amount)) == amount
