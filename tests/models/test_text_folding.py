"""Words that look alike are alike."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text_folding import folded, one_width, visible

UNSEEN = [
    "\u200b",  # zero width space
    "\u200d",  # zero width joiner
    "\u2060",  # word joiner
    "\u200e",  # left to right
    "\u202e",  # right to left, overriding
    "\u2066",  # isolated
    "\u00ad",  # soft hyphen
    "\ufe00",  # variation selector
    "\ufe0f",
    "\U000e0100",  # variation selector of a kanji
    "\ufeff",  # byte order mark
    "\u180e",
    "\u3164",  # filler
    "\U000e0041",  # tag
    "\x00",
    "\x1b",
    "\x7f",
]


@pytest.mark.parametrize("unseen", UNSEEN)
@pytest.mark.parametrize("word", ["葛{}城市", "{}佐久市", "佐久市{}", "{0}佐{0}久{0}市{0}"])
def test_a_character_nobody_sees_makes_no_difference(word: str, unseen: str) -> None:
    assert folded(word.format(unseen)) == folded(word.format(""))


def test_width_case_spaces_and_marks_of_their_own_make_no_difference() -> None:
    assert folded("Ｐ Ｍ") == folded("pm")
    assert folded("市区町村\u3000コード") == folded("市区町村コード")
    assert folded(unicodedata.normalize("NFD", "ながの")) == folded("ながの")
    assert folded("か\u200b\u3099") == "が"


@pytest.mark.parametrize("text", ["一行目\n二行目", "a\tb", "a b", "𠮷野家", "👩🏽", "é", "が"])
def test_what_is_seen_stays(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_folding_twice_is_folding_once(text: Any) -> None:
    assert folded(folded(text)) == folded(text)
    assert one_width(one_width(text)) == one_width(text)


def test_every_format_character_is_unseen() -> None:
    assert not [
        hex(point)
        for point in range(0x110000)
        if unicodedata.category(chr(point)) == "Cf"
        and visible(chr(point))
        and not 0x600 <= point <= 0x8E2  # signs of Arabic and Syriac numbers are drawn
        and point not in {0x110BD, 0x110CD}
        and not 0x13430 <= point <= 0x1345F
    ]
