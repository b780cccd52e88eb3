"""What one door accepts all accept, and reads as the same: option, sheet cell and parser."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from infra.registry import Registry
from models.errors import Mistake
from models.unfit import Unfit
from producers.spreadsheets import cells
from producers.spreadsheets.municipalities import Municipalities
from wording.fields import readers, typed_fields

POOL = "20"

#: Field, what people write, and the value in JSON; None where every door refuses it.
WRITTEN = [
    ("overhead", "7.75", 7.75),
    ("overhead", "7:45", 7.75),
    ("overhead", "７：４５", 7.75),
    ("overhead", "7時間45分", 7.75),
    ("overhead", "８", 8),
    ("overhead", "1,200", None),  # no month has so many
    ("overhead", "7,5", None),
    ("overhead", "-8", None),
    ("contract_from", "R8.12", "2026-12"),
    ("contract_from", "令和8年12月", "2026-12"),
    ("contract_from", "Jul-26", "2026-07"),
    ("contract_from", "２０２６年４月１日", "2026-04"),
    ("contract_from", "12月", None),
    ("remote", "○", True),
    ("remote", "有", True),
    ("remote", "可", True),
    ("remote", "×", False),
    ("remote", "不可", False),
    ("remote", "もしかすると", None),
    ("form", "常勤", "full_time"),
    ("form", "副業", "side_job"),
    ("form", "side_job", "side_job"),
    ("form", "社長", None),
    ("municipalities_at_once", "４", 4),
    ("municipalities_at_once", "4市町村", 4),
    ("municipalities_at_once", "多め", None),
    ("skills", "業務改革:3、UI・UX（2）", {"業務改革": 3, "UI・UX": 2}),
    ("skills", "なし", {}),
    ("skills", "AWS3", None),
    ("base", "長野市", "202011"),
    ("base", "202011", "202011"),
    ("base", "20201", "202011"),
    ("base", "２０２０１１", "202011"),
    ("base", "長野", None),
    ("base", "202012", None),
    ("employer", "8000-0000-0000-1", "8000000000001"),
    ("employer", "1000000000001", None),
]


@cache
def places() -> Registry:
    return Registry()


def by_cell(field: str, written: str) -> object:
    anywhere = Municipalities(places(), None, home=POOL)
    readers: dict[str, Callable[[Any], Any]] = {
        "overhead": lambda cell: cells.hours(744)(cell) / 4,
        "contract_from": cells.month,
        "remote": lambda cell: cells.choice("yes_no")(cell) == "yes",
        "form": cells.choice("forms"),
        "municipalities_at_once": cells.integer(1, 100),
        "skills": cells.skills,
        "base": lambda cell: anywhere.by_name(cell)[0],
        "employer": lambda cell: cells.corporate_numbers(1)(cell)[0],
    }
    try:
        return readers[field](written)
    except Unfit:
        return None


def by_option(field: str, written: str) -> object:
    try:
        return typed_fields.value(field, written, places(), POOL)
    except Mistake:
        return None


def by_parser(field: str, written: str) -> object:
    try:
        return readers.value(field, written, places(), POOL)
    except Unfit:
        return None


@pytest.mark.parametrize(("field", "written", "value"), WRITTEN)
def test_a_value_is_read_as_the_same_through_every_door(
    field: Any, written: Any, value: Any
) -> None:
    by_doors = [by_cell(field, written), by_option(field, written), by_parser(field, written)]

    # The bound of hours is that of the field: an option hears of it when all is validated.
    expected = [value, *([1200, 1200] if written == "1,200" else [value, value])]
    assert by_doors == expected


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("状態", "status"),
        ("件名", "title"),
        ("事業名", "title"),
        ("最低割合（％）", "minimum_percent"),
    ],
)
def test_a_field_is_known_by_what_people_call_it(name: Any, field: Any) -> None:
    assert typed_fields.known(name, ("status", "title", "minimum_percent")) == field


def test_a_field_of_a_line_is_said_to_need_its_number() -> None:
    with pytest.raises(Mistake, match="field_of_line") as caught:
        typed_fields.known("人数", ("title", "lines"))

    assert caught.value.phrase.params["field"] == "people"


def test_a_name_with_a_separator_in_quotes_is_not_two_skills() -> None:
    from wording.typed.demand_line import demand_line

    with pytest.raises(Unfit, match="skill"):
        demand_line('pm 2026-12 8h skill="甲、乙":2', 1, ())
