"""Months as offices write them: `2026-07`, `2026年7月1日`, `令和8年7月`, `R8.7.1`, `Jul-26`."""

import re
from datetime import date, timedelta

from models.months import Month, month_of
from models.unfit import Unfit
from models.written import plain

#: A day may follow a month, and midnight a day: that is how spreadsheets write a month.
_DAY = r"(?:[-/.月](\d{1,2})日?)?(?:T?00:00(?::00(?:\.0+)?)?)?"
_WESTERN = re.compile(rf"^(\d{{4}})[-/.年](\d{{1,2}})月?{_DAY}$")
_ERA = re.compile(rf"^(令和|令|r|平成|平|h)(元|\d{{1,2}})[-/.年](\d{{1,2}})月?{_DAY}$")
_NAMED = re.compile(r"^([a-z]{3,9})[-/.,]?(\d{4})$|^([a-z]{3,9})[-/.'](\d{2})$")
_YEARLESS = re.compile(r"^\d{1,2}月(?:分|度)?$")
_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december")  # fmt: skip
#: The year before each era's first.
_ERAS = {"令": 2018, "r": 2018, "平": 1988, "h": 1988}
#: Excel counts days from here on. Only days that a plan can speak of are read as such a count.
_BEGINNING = date(1899, 12, 30)
_SERIALS = (42_005, 58_804)  # 2015-01-01 to 2060-12-29


def month(written: object) -> Month:
    """The month of what is written; a day in it means its month.

    Raises Unfit: `month_form` where it is none, and another code where somebody meant a month that
    cannot be told: 2027.1 may have been 2027.10, 7月 has no year.
    """
    if isinstance(written, date):
        return month_of(written)
    text = "".join(plain(written).casefold().split())
    if isinstance(written, bool) or not text:
        raise Unfit("month_form")
    if text.isdecimal() and _SERIALS[0] <= int(text) <= _SERIALS[1]:
        return month_of(_BEGINNING + timedelta(days=int(text)))
    if _YEARLESS.match(text):
        raise Unfit("month_year")
    if re.fullmatch(r"\d{4}\.1", text):
        # A spreadsheet takes 2027.10 for a number and drops its last zero.
        raise Unfit("month_number", january=f"{text[:4]}-01", october=f"{text[:4]}-10")
    year, number, day = _parts(text)
    if not (1 <= number <= 12 and year >= 1900 and day <= 31):
        raise Unfit("month_form" if not 1900 <= year <= 2999 else "month_none", number=number)
    return Month(f"{year:04d}-{number:02d}")


def era_year(era: str, year: str) -> int:
    """`令和` or `r`, and `8` or `元`: the year they mean."""
    return _ERAS[era[0]] + (1 if year == "元" else int(year))


def _parts(text: str) -> tuple[int, int, int]:
    if western := _WESTERN.match(text):
        return int(western[1]), int(western[2]), int(western[3] or 1)
    if era := _ERA.match(text):
        return era_year(era[1], era[2]), int(era[3]), int(era[4] or 1)
    if named := _NAMED.match(text):
        name, year = named[1] or named[3], int(named[2] or f"20{named[4]}")
        for number, each in enumerate(_NAMES, 1):
            if each.startswith(name):
                return year, number, 1
    raise Unfit("month_form")
