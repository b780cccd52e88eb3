"""Numbers and joints of sentences: thousands, one and many, the blank before a mark."""

from typing import Any

import pytest

from models.months import Month
from wording.explain.en import parts
from wording.words import Words


def test_thousands_are_grouped_in_english_sentences_too() -> None:
    assert "1,293.5 h" in parts.amounts({Month("2026-12"): 5174})


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("fixed_by_hand", {}),
        ("accepted_in_part", {"done": 1, "asked": 2}),
        ("to_be_looked_at", {}),
        ("by_side", {"side": "talent"}),
    ],
)
def test_what_follows_another_word_keeps_its_blank(code: str, values: dict[str, Any]) -> None:
    assert Words("en")(code, **values).startswith(" ")


def test_a_blank_that_an_empty_value_left_goes() -> None:
    assert Words("en")("month_form").startswith("is not")


@pytest.mark.parametrize(("count", "said"), [(1, "1 cell has"), (2, "2 cells have")])
def test_one_and_many(count: int, said: str) -> None:
    assert said in Words("en")("import_has_faults", count=count)


def test_indented_lines_of_a_message_stay_lines() -> None:
    said = Words("ja")("scenario_unreadable", part="x", forms="vacant pm 40h")

    assert said.endswith("：\n  vacant pm 40h")
