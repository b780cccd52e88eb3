"""Looking for a text among names and titles: width, case, spaces and kana do not matter."""

from collections.abc import Iterable

from models.text_folding import search_key


def found_in(wanted: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has it in it; nothing is wanted where `wanted` is empty."""
    key = search_key(wanted)
    return not key or any(key in search_key(text) for text in texts)
