"""Text steers no terminal and no column refuses it: refused where it is written, cleaned where it
is read again."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from models.entities import Person, Request, Skill, Talent, Title
from models.text import KEPT, clean, unfit
from tests import make

STEERING = (
    "\x1b[31m赤\x1b[0m",
    "\x1b]0;題\x07",
    "\x1b]8;;http://example.invalid\x1b\\ここ",
    "\x9b2J",
    "\x90q\x9c",
    "\x1bc",
    "行\r上書き",
    "戻\x08",
    "a\x00b",
    "a\x7fb",
    "逆\u202e順",
    "\u2066a\u2069",
    "一\u2028二",
    "half \ud83d",
)
anything = st.text(st.characters(codec=None), max_size=60) | st.lists(
    st.sampled_from([*STEERING, "\x1b", "[", "]", "m", "\n", "\t", "あ"]), max_size=12
).map("".join)


@pytest.mark.parametrize("sign", STEERING)
@pytest.mark.parametrize("kind", [Title, Skill])
def test_a_text_that_steers_a_terminal_is_refused_and_the_sign_is_named(
    kind: Any, sign: str
) -> None:
    with pytest.raises(ValidationError, match=r"control sign U\+"):
        TypeAdapter(kind).validate_python(f"見本{sign}")


@pytest.mark.parametrize("field", ["name", "mail", "note"])
def test_who_somebody_is_holds_no_control_sign(field: str) -> None:
    fields = {"pool_id": "20", "talent_id": "T-1", "name": "見本 花子", field: "見本\x00"}

    with pytest.raises(ValidationError, match=r"U\+0000"):
        Person.model_validate(fields)


def test_a_note_has_lines_and_a_title_has_one() -> None:
    person = Person.model_validate(
        {"pool_id": "20", "talent_id": "T-1", "name": "見本 花子", "note": "一\n二\t三"}
    )

    assert person.note == "一\n二\t三"
    with pytest.raises(ValidationError, match=r"U\+000A"):
        TypeAdapter(Title).validate_python("一\n二")


def test_what_was_accepted_before_is_read_clean() -> None:
    before = make.request(title="窓口").model_dump(mode="json")
    before["title"] = "\x1b[31m窓口\x1b[0m\r\n改革"
    before["lines"][0]["skills"] = {"業務\x00改革": 2}

    request = Request.model_validate_json(json.dumps(before), context=KEPT)

    assert request.title == "窓口 改革"
    assert request.lines[0].skills == {"業務改革": 2}
    # And it can be said again: what is read clean is accepted.
    assert Request.model_validate_json(request.model_dump_json()) == request


def test_a_text_of_nothing_but_signs_leaves_a_mark() -> None:
    before = make.talent().model_dump(mode="json") | {"skills": {"\x00\x01": 1}}

    talent = Talent.model_validate_json(json.dumps(before), context=KEPT)

    assert talent.skills == {"\N{REPLACEMENT CHARACTER}": 1}


@given(anything, st.booleans())
def test_cleaned_text_is_fit_and_stays_as_it_is(text: Any, lines: Any) -> None:
    cleaned = clean(text, lines=lines)

    assert unfit(cleaned, lines=lines) is None
    assert clean(cleaned, lines=lines) == cleaned
    assert cleaned.encode().decode() == cleaned


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf", "Cn"])))
def test_ordinary_text_is_left_alone(text: Any) -> None:
    assert clean(text) == text
    assert unfit(text) is None
