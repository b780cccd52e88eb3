"""Hours, places and months as tables and short sentences write them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from models.codes import prefecture_code
from models.hours import decimal
from models.months import Month
from wording.months import label
from wording.reader import Reader

#: So many municipalities are named; the others are counted.
_NAMED = 3


@lru_cache(4096)  # a board has hundreds of them, and mostly the same
def amount(quarters: int) -> str:
    """Quarters as a table shows hours: `1,234.75`."""
    whole, point, part = decimal(quarters).partition(".")
    return f"{int(whole):,}{point}{part}"


def percent(share: float | None) -> str:
    """`12.5 %`; a dash for nothing of nothing."""
    return "–" if share is None else f"{share:.1%}".replace("%", " %")


def pool(reader: Reader, pool_id: str) -> str:
    """`20 長野県`."""
    return f"{pool_id} {reader.places.name(prefecture_code(pool_id))}"


def places(reader: Reader, codes: Sequence[str]) -> str:
    """Names of municipalities: three at most, then how many more."""
    names = [reader.places.name(code) for code in codes]
    rest = len(names) - _NAMED
    shown = dotted(reader, names[:_NAMED])
    if rest <= 0:
        return shown
    return f"{shown} ほか{rest}" if reader.lang == "ja" else f"{shown} and {rest} more"


def dotted(reader: Reader, texts: Sequence[str]) -> str:
    """`甲・乙`, `one, two`: several values where a table or a page has room for one."""
    return ("・" if reader.lang == "ja" else ", ").join(texts)


def span(months: Sequence[Month]) -> str:
    """`2026-07` or `2026-07–2026-09`; empty for none."""
    if not months:
        return ""
    first, last = min(months), max(months)
    return first if first == last else f"{first}–{last}"


def by_month(reader: Reader, hours: Mapping[Month, int]) -> str:
    """`2026年7月 16・8月 16・2027年1月 8`: the year only where it changes."""
    if reader.lang == "en":
        return ", ".join(f"{month} {amount(hours[month])} h" for month in sorted(hours))
    parts, year = [], ""
    for month in sorted(hours):
        name = label(month) if month[:4] != year else f"{int(month[5:])}月"
        parts.append(f"{name} {amount(hours[month])}")
        year = month[:4]
    return "・".join(parts)
