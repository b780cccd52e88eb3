"""Codes and raw values in, text of one language out."""

import importlib
import re

import pytest

from models.errors import Mistake
from models.phrase import Phrase
from wording import Words

FIELD = re.compile(r"\{(\w+)")


class Nagano:
    def name(self, code: str) -> str:
        return {"202029": "松本市"}.get(code, code)


@pytest.mark.parametrize(
    ("spec", "value", "ja", "en"),
    [
        ("hours", 31, "7時間45分", "7.75 h"),
        ("decimal", 31, "7.75", "7.75"),
        ("month", "2026-07", "2026年7月", "2026-07"),
        ("place", "202029", "松本市", "松本市"),
        ("role", "pm", "PM", "PM"),
        ("count|件", 2, "2件", "2 件s"),
        ("month", ("2026-07", "2026-08"), "2026年7月、2026年8月", "2026-07, 2026-08"),
    ],
)
def test_a_value_is_shown_as_its_kind(spec: str, value: object, ja: str, en: str) -> None:
    assert Words("ja", Nagano()).shown(spec, value) == ja
    assert Words("en", Nagano()).shown(spec, value) == en


def test_an_error_is_said_in_the_language_of_its_reader() -> None:
    error = Mistake("request_withdrawn_already", request_id="R-1")
    assert Words("ja").say(error) == "支援要請 R-1 は取下げ済みです"
    assert Words("en").say(error) == "request R-1 is withdrawn already"
    assert str(error) == "request_withdrawn_already request_id='R-1'"


def test_a_phrase_within_a_phrase_is_said_too() -> None:
    inner = Phrase.of("request_withdrawn_already", request_id="R-1")
    assert Words("en").shown("", (inner, inner)).count("withdrawn") == 2


def test_both_languages_say_the_same_messages_of_the_same_values() -> None:
    ja, en = (importlib.import_module(f"wording.{lang}").MESSAGES for lang in ("ja", "en"))
    assert ja.keys() == en.keys()
    for code, template in ja.items():
        assert set(FIELD.findall(template)) == set(FIELD.findall(en[code])), code
