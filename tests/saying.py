"""What errors say to people, for tests of the rooms that raise them."""

import re
from typing import Any

import pytest

from infra.registry import Registry
from wording import Words

JA, EN = (Words(lang, Registry()) for lang in ("ja", "en"))


def said(error: Any) -> str:
    """What an error says, in Japanese and then in English."""
    return f"{JA.say(error)} / {EN.say(error)}"


def refused(kind: type[BaseException], match: str = "") -> Any:
    """`pytest.raises` of an error that carries a phrase, by what it says in either language."""
    return pytest.raises(kind, check=lambda error: re.search(match, said(error)) is not None)
