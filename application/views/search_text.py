"""Looking for a text among names and titles: width, case, spaces and kana do not matter."""

from collections.abc import Iterable

from models.text_folding import folded

#: Katakana and the hiragana that sound the same.
_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F6 + 1)}


def search_key(text: str) -> str:
    """The same for texts that a reader takes for the same."""
    return folded(text).translate(_HIRAGANA)


def found_in(wanted: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has it in it; nothing is wanted where `wanted` is empty."""
    key = search_key(wanted)
    return not key or any(key in search_key(text) for text in texts)
