"""What a number format shows: a date, a span of time, a percentage or the number itself."""

import re
from datetime import date, datetime, time, timedelta
from enum import Enum
from math import isfinite

from producers.spreadsheets.cell import Cell, Unread

#: Colours, conditions and locales, texts, escaped characters, fillers.
_ASIDE = re.compile(r'\[(?!(?:h+|m+|s+)\])[^\]]*\]|"[^"]*"|\\.|_.|\*.', re.IGNORECASE)
_SPAN = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)}
_LAST_DAY = 2_958_466  #: the day after 31 December 9999


class Shows(Enum):
    """What people see in a cell of this format."""

    NUMBER = "number"
    DATE = "date"
    SPAN = "span"
    PERCENT = "percent"


def shows(number: int, code: str | None) -> Shows:
    """What the format with this number shows; `code` where the workbook states one."""
    if code is None:
        if number in _BUILT_IN_DATES:
            return Shows.DATE
        if number == 46:
            return Shows.SPAN
        return Shows.PERCENT if number in (9, 10) else Shows.NUMBER
    plain = _ASIDE.sub("", code).partition(";")[0].casefold()
    if plain == "general":
        return Shows.NUMBER
    if _SPAN.search(plain):
        return Shows.SPAN
    if "%" in plain:
        return Shows.PERCENT
    return Shows.DATE if set(plain) & set("ymdhs") else Shows.NUMBER


def value(text: str, how: Shows, *, since_1904: bool) -> Cell:
    """The number in a cell as what its format shows."""
    try:
        number = float(text)
    except ValueError:
        return Unread(text, "cell_damaged")
    if not isfinite(number):
        return Unread(text, "cell_damaged")
    if how is Shows.PERCENT:
        # What is seen is what was typed: the cell of a column of percentages says 50%, and is 0.5.
        return f"{round(number * 100, 6):.15g}%"
    if how is Shows.SPAN and abs(number) < _LAST_DAY:
        return timedelta(seconds=round(number * 86_400))
    if how is Shows.DATE and 0 <= number < _LAST_DAY:
        return _moment(number, since_1904=since_1904)
    return number


def _moment(number: float, *, since_1904: bool) -> date | datetime | time:
    days, seconds = divmod(round(number * 86_400), 86_400)
    if days == 0 and not since_1904:
        return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    # Day 60 of the other calendar is a 29 February 1900 that never was.
    first = date(1904, 1, 1) if since_1904 else date(1899, 12, 31 if days < 60 else 30)
    day = first + timedelta(days=days)
    if seconds == 0:
        return day
    return datetime.combine(day, time()) + timedelta(seconds=seconds)
