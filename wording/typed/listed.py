"""Several values in one cell or option."""

import re

from models.text import clean

_SEPARATORS = re.compile(r"[、､，,;；\n]+")


def listed(text: str) -> list[str]:
    """What a text lists, as written: separated by 、 or a comma, a semicolon or a new line."""
    found = [clean(part).strip() for part in _SEPARATORS.split(text)]
    return [part for part in found if part]
