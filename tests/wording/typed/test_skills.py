"""Skills as people write them, and when two names are one skill."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import skills as levels
from models.unfit import Unfit
from wording.typed.skills import skills


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("業務改革:3、UI・UX", {"業務改革": 3, "UI・UX": 1}),
        ("業務改革：３", {"業務改革": 3}),
        ("業務改革 :3", {"業務改革": 3}),
        ("業務改革=3", {"業務改革": 3}),
        ("業務改革3", {"業務改革": 3}),
        ("業務改革 3", {"業務改革": 3}),
        ("業務改革３", {"業務改革": 3}),
        ("業務改革(3)", {"業務改革": 3}),
        ("業務改革（３）", {"業務改革": 3}),
        ("業務改革レベル3", {"業務改革": 3}),
        ("業務改革 Lv.3", {"業務改革": 3}),
        ("ｸﾗｳﾄﾞ:2､AWS:4", {"ｸﾗｳﾄﾞ": 2, "AWS": 4}),
        ("ISO27001", {"ISO27001": 1}),
        ("Windows 11:2", {"Windows 11": 2}),
        ("Web3:2", {"Web3": 2}),
        ("C#", {"C#": 1}),
        *((nothing, {}) for nothing in ("なし", "無し", "-", "－", "−", "ー", "特になし", "")),
    ],
)
def test_skills_are_read_as_people_write_them(written: str, found: Any) -> None:
    assert skills(written) == found


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("3", "skill"),
        ("(3)", "skill"),
        (":3", "skill"),
        ("業務改革:9", "skill"),
        ("業務改革9", "skill"),
        ("業務改革:", "skill"),
        ("？", "skill"),
        ("AWS3", "skill_digit"),
        ("Python 3", "skill_digit"),
        ("AWS:1、ＡＷＳ:2", "repeated"),
        ("業務改革:1、業務 改革:2", "repeated"),
    ],
)
def test_what_cannot_be_told_is_asked_about(written: str, code: str) -> None:
    with pytest.raises(Unfit) as caught:
        skills(written)

    assert caught.value.phrase.code == code


@pytest.mark.parametrize(
    "asked", ["クラウド", "ｸﾗｳﾄﾞ", "クラウド ", "ク ラ ウ ド", "\u200bクラウド", "クラウト\u3099"]
)
def test_a_skill_is_the_same_in_every_width_and_with_spaces(asked: str) -> None:
    assert levels.level({"ｸﾗｳﾄﾞ": 3}, asked) == 3
    assert levels.lacking({"ｸﾗｳﾄﾞ": 3}, {asked: 4}) == [(asked, 4)]
    assert levels.raised({"ｸﾗｳﾄﾞ": 3}, asked, 5) == {"ｸﾗｳﾄﾞ": 5}


def test_another_name_is_another_skill() -> None:
    assert levels.level({"AWS": 3, "Azure": 2}, "aw") == 0
    assert levels.level({"AWS": 3}, "ａｗｓ") == 3


@given(
    st.lists(st.dictionaries(st.sampled_from(["AWS", "aws", "ＡＷＳ", "業務"]), st.integers(1, 5)))
)
def test_the_highest_of_several_names_each_skill_once(some: Any) -> None:
    found = levels.highest(some)

    assert len({levels.skill_key(name) for name in found}) == len(found)
    assert not any(levels.lacking(found, each) for each in some)
