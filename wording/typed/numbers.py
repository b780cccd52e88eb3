"""Whole numbers as people write them: `50%`, `2名`, `４`, `4,000`."""

import re

from models.unfit import Unfit
from models.written import plain

_UNIT = re.compile(
    r"\s*(?:%|人|名|件|市町村|市区町村|団体|か所|カ所|ヶ所|箇所|点|か月|カ月|ヶ月|箇月"
    r"|people|persons?|points?|months?)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2}")


def whole(written: object, low: int, high: int) -> int:
    """A whole number between two bounds. Raises Unfit."""
    text = _UNIT.sub("", plain(written))
    if isinstance(written, bool) or not _NUMBER.fullmatch(text):
        raise Unfit("number", low=low, high=high)
    found = int(text.replace(",", ""))
    if not low <= found <= high:
        raise Unfit("number", low=low, high=high)
    return found
