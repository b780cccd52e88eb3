"""Days as pages write them: 2026年6月15日（月）, 令和8年6月15日."""

from datetime import date

from models.months import Month
from wording.amounts import amount
from wording.months import REIWA
from wording.reader import Reader

_WEEKDAYS_JA = "月火水木金土日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def day(reader: Reader, at: date, rest: str = "") -> str:
    """`2026年6月15日（月）`, `Mon 15 Jun 2026`."""
    if reader.lang == "en":
        return f"{_WEEKDAYS_EN[at.weekday()]} {at.day} {_MONTHS_EN[at.month - 1]} {at.year}"
    return f"{at.year}年{at.month}月{at.day}日（{_WEEKDAYS_JA[at.weekday()]}）"


def short_day(reader: Reader, at: date, rest: str = "") -> str:
    """`6月15日`, `15 Jun`: where the year is plain."""
    if reader.lang == "en":
        return f"{at.day} {_MONTHS_EN[at.month - 1]}"
    return f"{at.month}月{at.day}日"


def era_day(reader: Reader, at: date, rest: str = "") -> str:
    """`令和8年6月15日`; in English the day once more."""
    if reader.lang == "en":
        return day(reader, at)
    return f"令和{at.year - REIWA}年{at.month}月{at.day}日"


def short_month(reader: Reader, month: Month, rest: str = "") -> str:
    """`7月`, `Jul`: beneath a fiscal year."""
    number = int(month[5:])
    return _MONTHS_EN[number - 1] if reader.lang == "en" else f"{number}月"


def fiscal_year(reader: Reader, year: int, rest: str = "") -> str:
    """`令和8年度（2026年度）`, `FY2026`."""
    if reader.lang == "en":
        return f"FY{year}"
    return f"令和{year - REIWA}年度（{year}年度）"


def difference(reader: Reader, quarters: int, rest: str = "") -> str:
    """Quarters more or less: `＋136`, `−88`, `±0`."""
    sign = "±" if not quarters else "＋" if quarters > 0 else "−"
    return f"{sign}{amount(abs(quarters))}"
