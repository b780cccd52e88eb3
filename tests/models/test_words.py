"""Hours, months and codes: exact inside, as offices write them outside."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from models.codes import check_digit, prefecture_code, valid_code
from models.entities import DemandLine, Request
from models.hours import TotalQuarters, decimal, hours_number
from models.months import Month, between, fiscal_year, month_of, plus, window
from models.written_hours import quarters
from tests import make
from wording.hours import spoken
from wording.months import fiscal_label, label

amounts = st.integers(min_value=0, max_value=100_000)
months = st.builds(
    lambda y, m: Month(f"{y:04d}-{m:02d}"), st.integers(2000, 2100), st.integers(1, 12)
)


@given(amounts)
def test_hours_survive_every_way_of_writing_them(amount: Any) -> None:
    assert quarters(decimal(amount)) == amount
    assert quarters(hours_number(amount)) == amount
    assert quarters(spoken(amount).replace(",", "")) == amount if amount >= 4 else True


@pytest.mark.parametrize(
    ("written", "amount"),
    [("7.75", 31), ("7:45", 31), ("7時間45分", 31), ("7時間", 28), ("0", 0), (7.5, 30), ("8h", 32)],
)
def test_hours_are_read_as_people_write_them(written: Any, amount: int) -> None:
    assert quarters(written) == amount


@pytest.mark.parametrize(
    "written", ["", "x", "7.3", "7:61", "nan", "inf", True, None, "1e400", "1e9999999"]
)
def test_what_is_no_number_of_quarters_is_refused_with_a_mend(written: Any) -> None:
    with pytest.raises(ValueError, match=r"hours_(form|step|many)"):
        quarters(written)


def test_json_carries_hours_and_python_quarters() -> None:
    line = DemandLine.model_validate_json('{"line":1,"role":"pm","hours":{"2026-12":7.75}}')

    assert line.hours == {"2026-12": 31}
    assert '"2026-12":7.75' in line.model_dump_json()


@pytest.mark.parametrize("written", ["-1", "7.3", '"x"', "1e9999", "null", "true"])
def test_json_hours_that_are_none_are_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        DemandLine.model_validate_json(
            '{"line":1,"role":"pm","hours":{"2026-12":%s}}' % written  # noqa: UP031
        )


@given(months, st.integers(-500, 500))
def test_months_go_forth_and_back(month: Any, count: Any) -> None:
    assert plus(plus(month, count), -count) == month


@given(months, st.integers(1, 40))
def test_a_window_is_in_order_without_gaps(month: Any, count: Any) -> None:
    in_window = window(month, count)

    assert list(in_window) == list(between(month, in_window[-1])) == sorted(in_window)
    assert len(in_window) == count


def test_the_fiscal_year_begins_in_april() -> None:
    assert (fiscal_year(Month("2027-03")), fiscal_year(Month("2027-04"))) == (2026, 2027)
    assert fiscal_label(Month("2026-07")) == "令和8年度（2026年度）"
    assert label(Month("2026-07")) == "2026年7月"
    assert month_of(date(2026, 7, 31)) == "2026-07"


@given(st.integers(0, 99_999).map(lambda n: f"{n:05d}"), st.integers(0, 9).map(str))
def test_exactly_one_check_digit_fits(five: Any, digit: Any) -> None:
    if digit == check_digit(five):
        assert valid_code(five + digit) == five + digit
    else:
        with pytest.raises(ValueError, match="municipality_digit"):
            valid_code(five + digit)


def test_known_codes_fit() -> None:
    assert (prefecture_code("20"), prefecture_code("15")) == ("200000", "150002")
    assert valid_code("011002") == "011002"  # 札幌市


@pytest.mark.parametrize(
    "change",
    [
        {"lines": ()},
        {"lines": (make.line(1), make.line(1))},
        {"municipalities": ()},
        {"municipalities": (make.SAKU, make.SAKU)},
        {"municipalities": ("150002",)},
        {"municipalities": ("202178",)},
        {"request_id": "a/b"},
        {"request_id": "名"},
        {"urgency": 4},
        {"title": ""},
        {"revision": 0},
        {"nobody_knows": 1},
    ],
)
def test_a_request_that_contradicts_itself_cannot_exist(change: Any) -> None:
    fields = {name: getattr(make.request(), name) for name in Request.model_fields}

    with pytest.raises(ValidationError):
        Request.model_validate(fields | change)


@pytest.mark.parametrize(
    ("form", "since", "until", "renewed", "last"),
    [
        ("full_time", "2026-04", "2029-03", None, "2029-03"),
        ("fiscal_year", "2026-04", "2029-03", None, "2027-03"),
        ("fiscal_year", "2027-01", "2029-03", None, "2027-03"),
        ("fiscal_year", "2026-04", "2026-09", None, "2026-09"),
        ("fiscal_year", "2026-04", "2029-03", "2028-03", "2028-03"),
        ("fiscal_year", "2026-04", "2027-12", "2028-03", "2027-12"),
        ("fiscal_year", "2026-04", "2029-03", "2026-09", "2027-03"),
    ],
)
def test_a_fiscal_year_appointment_ends_in_march_unless_renewed(
    form: str, since: str, until: str, renewed: str | None, last: str
) -> None:
    given = {"contract_from": since, "contract_until": until, "renewed_until": renewed}
    person = make.talent(form=form, **given)  # type: ignore[arg-type]

    assert person.last_month == last


def test_a_total_may_be_more_than_anybody_plans_in_one_cell() -> None:
    total = TypeAdapter(TotalQuarters)

    assert total.validate_json("2500000.25") == 10_000_001
    assert total.dump_json(10_000_001) == b"2500000.25"
