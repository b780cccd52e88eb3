"""Days that people write: `2026-12-28`, `2026/12/28`, `2026年12月28日`, and ranges of them."""

import re
import unicodedata
from datetime import date, timedelta

from models.errors import Mistake

_DAY = re.compile(r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$")
_RANGE = re.compile(r"\.\.|〜|~|から")
#: A range may be as long as a summer, not as long as a century.
_LONGEST = 100


def days(text: str) -> list[date]:
    """Single days and ranges with both ends, with commas between. Raises Mistake: what, how."""
    found: dict[date, None] = {}
    for part in re.split(r"[,、]", unicodedata.normalize("NFKC", text)):
        first, *more = (_day(end) for end in _RANGE.split(part.strip(), maxsplit=1))
        last = more[0] if more else first
        if not 0 <= (last - first).days <= _LONGEST:
            raise Mistake(
                f"「{part.strip()}」は期間として読めません。早い日を先に、{_LONGEST}日までで"
                f"書いてください / {part.strip()!r}: the earlier day first, {_LONGEST} days at most"
            )
        found.update(
            dict.fromkeys(first + timedelta(count) for count in range((last - first).days + 1))
        )
    return sorted(found)


def _day(text: str) -> date:
    found = _DAY.match(text.strip())
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        pass
    raise Mistake(
        f"「{text.strip()}」は日として読めません。2026-12-28 のように書いてください"
        f" / {text.strip()!r} is not a day; write one such as 2026-12-28"
    )
