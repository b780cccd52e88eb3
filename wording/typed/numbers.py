"""Whole numbers as people write them: `50%`, `2名`, `４`."""

import re

from models.unfit import Unfit
from models.written import plain

_UNIT = re.compile(r"\s*(?:%|人|名|件|市町村|市区町村|団体|か所|カ所|ヶ所|箇所)$")


def whole(written: object, low: int, high: int) -> int:
    """A whole number between two bounds. Raises Unfit."""
    text = _UNIT.sub("", plain(written))
    if isinstance(written, bool) or not re.fullmatch(r"[0-9]{1,9}", text):
        raise Unfit("number", low=low, high=high)
    if not low <= int(text) <= high:
        raise Unfit("number", low=low, high=high)
    return int(text)
