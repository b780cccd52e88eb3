"""Days as people write them, and ranges: `2026-12-28`, `2026年12月28日`, `令和8年12月28日`."""

import re
import unicodedata
from datetime import date, timedelta

from models.unfit import Unfit
from wording.typed.months import era_year

_DAY = re.compile(r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$")
_ERA = re.compile(r"^(令和|令|r|平成|平|h)(元|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$")
_RANGE = re.compile(r"\.\.|〜|~|から")
#: A range may be as long as a summer, not as long as a century.
_LONGEST = 100


def days(text: str) -> list[date]:
    """Single days and ranges with both ends, with commas between. Raises Unfit."""
    found: dict[date, None] = {}
    for part in re.split(r"[,、]", unicodedata.normalize("NFKC", text)):
        first, *more = (_day(end) for end in _RANGE.split(part.strip(), maxsplit=1))
        last = more[0] if more else first
        if not 0 <= (last - first).days <= _LONGEST:
            raise Unfit("days_order", most=_LONGEST)
        found.update(
            dict.fromkeys(first + timedelta(count) for count in range((last - first).days + 1))
        )
    return sorted(found)


def _day(text: str) -> date:
    text = "".join(text.casefold().split())
    found = _DAY.match(text)
    try:
        if era := _ERA.match(text):
            return date(era_year(era[1], era[2]), int(era[3]), int(era[4]))
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        pass
    raise Unfit("day_form")
