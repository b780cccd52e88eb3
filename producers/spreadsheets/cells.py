"""Cells become values. A cell that does not fit raises Unfit with the key of its sentence.

Width is folded (NFKC) for numbers, codes, months and choices; names and titles stay as written.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from models import hours as office_hours
from models.codes import CorporateNumber, corporate_check_digit
from models.labels import SHORT_ROLES, Lang, Words
from models.months import Month, month_of
from models.text import clean
from producers.spreadsheets.files import Cell

C = TypeVar("C", bound=str)

_ID = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
_SEPARATORS = re.compile(r"[、，,;；\n]+")
_HYPHENS = re.compile(r"[\s\-‐‑–—−]")
_DECIMAL = re.compile(r"^-?[0-9]{1,7}(\.[0-9]{1,6})?$")
_CLOCK = re.compile(r"^([0-9]{1,5})(?::([0-9]{2})(?::00)?|時間(?:([0-9]{1,2})分)?)$")
_MONTH = re.compile(r"^(\d{4})[-/.年](\d{1,2})(?:月|[-/.]\d{1,2}(?:[ T]00:00(?::00)?)?)?$")
_REIWA = re.compile(r"^令和(元|\d{1,2})年(\d{1,2})月$")
_SHORT_MONTH = re.compile(r"^([A-Z][a-z]{2})-(\d{2})$")
_MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

#: Words that are understood besides those of the labels.
_ALSO: dict[str, str] = {
    "エンジニア": "engineer",
    "サービスデザイナー": "engineer",
    "プロジェクトマネージャ": "pm",
    "プロデューサ": "producer",
    "○": "yes",
    "有": "yes",
    "true": "yes",
    "1": "yes",
    "×": "no",
    "無": "no",
    "false": "no",
    "0": "no",
}


class Unfit(Exception):
    """A cell is not what its column holds."""

    def __init__(self, code: str, /, **words: Any) -> None:
        super().__init__(code)
        self.code = code
        self.words = words


def is_blank(cell: Cell) -> bool:
    """Nothing, or only spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text(cell: Cell) -> str:
    """The cell as text, without the spaces around it. A whole number has no `.0`.

    Control signs, which nobody sees in a sheet, are left out; line ends stay.
    """
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return clean(str(cell), lines=True).strip()


def folded(cell: Cell) -> str:
    """The cell as text in one width."""
    return unicodedata.normalize("NFKC", text(cell)).strip()


def within(limit: int, *, lines: bool = False) -> Callable[[Cell], str]:
    """Text of at most `limit` characters, as written; in one line, or with `lines` in several."""

    def read(cell: Cell) -> str:
        written = clean(text(cell), lines=lines)
        if len(written) > limit:
            raise Unfit("too_long", limit=limit)
        return written

    return read


def identity(cell: Cell) -> str:
    """An id: printable ASCII."""
    if not _ID.match(folded(cell)):
        raise Unfit("id_form")
    return folded(cell)


def integer(low: int, high: int) -> Callable[[Cell], int]:
    """A whole number between two bounds."""

    def read(cell: Cell) -> int:
        plain = folded(cell).removesuffix("%").removesuffix("人").strip()
        if isinstance(cell, bool) or not re.match(r"^[0-9]{1,9}$", plain):
            raise Unfit("number", low=low, high=high)
        if not low <= int(plain) <= high:
            raise Unfit("number", low=low, high=high)
        return int(plain)

    return read


def choice(words: Words, lang: Lang) -> Callable[[Cell], str]:
    """The code of one of the words, in either language, long or short."""
    known: dict[str, str] = {}
    for code, pair in (*words.items(), *((c, p) for c, p in SHORT_ROLES.items() if c in words)):
        for word in (code, *pair):
            known[_plain(word)] = code
            known[_plain(word).partition("(")[0]] = code
    known |= {word: code for word, code in _ALSO.items() if code in words and word not in known}

    def read(cell: Cell) -> str:
        code = known.get(_plain(text(cell)))
        if code is None:
            options = [pair[lang == "en"] for pair in words.values()]
            raise Unfit("choice", options=(", " if lang == "en" else "、").join(options))
        return code

    return read


def parts(cell: Cell) -> list[str]:
    """What a cell lists, as written: separated by 、 or a comma, a semicolon or a new line."""
    found = [clean(part).strip() for part in _SEPARATORS.split(text(cell))]
    return [part for part in found if part]


def corporate_numbers(limit: int) -> Callable[[Cell], tuple[CorporateNumber, ...]]:
    """At most `limit` corporate numbers (法人番号), grouped as people please."""

    def read(cell: Cell) -> tuple[CorporateNumber, ...]:
        # A number cell is one number; `parts` would keep its exponent.
        words = [folded(cell)] if isinstance(cell, int | float) else parts(cell)
        found = [_corporate(word) for word in words]
        if len(found) > limit:
            raise Unfit("too_many", limit=limit)
        for number in found:
            if found.count(number) > 1:
                raise Unfit("repeated", part=number)
        return tuple(found)

    return read


def _corporate(word: str) -> CorporateNumber:
    plain = _HYPHENS.sub("", unicodedata.normalize("NFKC", word))
    if not re.match(r"^[0-9]{12,13}$", plain) or not plain.isascii():
        raise Unfit("corporate_form", part=word[:20])
    right = corporate_check_digit(plain[-12:]) + plain[-12:]
    if len(plain) == 12:
        raise Unfit("corporate_short", part=plain, right=right)
    if plain != right:
        raise Unfit("corporate_digit", part=plain, right=right)
    return CorporateNumber(plain)


def skills(cell: Cell) -> dict[str, int]:
    """Skills with their levels: `業務改革:3、UI・UX`."""
    found: dict[str, int] = {}
    for part in parts(cell):
        name, colon, level = unicodedata.normalize("NFKC", part).partition(":")
        name, level = name.strip(), level.strip() if colon else "1"
        if not (1 <= len(name) <= 40 and re.match(r"^[1-5]$", level)):
            raise Unfit("skill", part=part[:40])
        if name in found:
            raise Unfit("repeated", part=name)
        found[name] = int(level)
    return found


def hours(limit: int) -> Callable[[Cell], int]:
    """Quarters in a cell of at most `limit` hours: `7.75`, `7:45`, `7時間45分`, or a time."""

    def read(cell: Cell) -> int:
        amount = _minutes(cell)
        if not 0 <= amount <= limit * 60:
            raise Unfit("hours_range", limit=f"{limit:,}")
        if amount % 15:
            below = int(amount // 15)
            raise Unfit(
                "hours_step",
                below=office_hours.decimal(below),
                below_spoken=office_hours.spoken(below),
                above=office_hours.decimal(below + 1),
                above_spoken=office_hours.spoken(below + 1),
            )
        return int(amount // 15)

    return read


def _minutes(cell: Cell) -> Decimal:
    if isinstance(cell, time):
        return Decimal(cell.hour * 60 + cell.minute) + Decimal(cell.second) / 60
    if isinstance(cell, timedelta):
        return Decimal(round(cell.total_seconds())) / 60
    # What a formula left behind the sixth decimal is not meant: 7.000000000000001 is 7.
    plain = folded(round(cell, 6) if isinstance(cell, float) else cell).replace(",", "")
    if clock := _CLOCK.match(plain):
        minutes = int(clock[2] or clock[3] or 0)
        if minutes < 60:
            return Decimal(int(clock[1]) * 60 + minutes)
    plain = plain.removesuffix("時間").removesuffix("h").strip()
    if isinstance(cell, bool) or not _DECIMAL.match(plain):
        raise Unfit("hours_form")
    return Decimal(plain) * 60


def month(cell: Cell) -> Month:
    """A month: `2026-07`, `2026年7月`, `令和8年7月`, a date, or `Jul-26` as Excel rewrites it."""
    if isinstance(cell, date | datetime):
        return month_of(cell)
    plain = folded(cell)
    if short := _SHORT_MONTH.match(plain):
        year, number = (
            2000 + int(short[2]),
            1 + (_MONTH_NAMES.index(short[1]) if short[1] in _MONTH_NAMES else 12),
        )
    elif reiwa := _REIWA.match(plain):
        year, number = 2018 + (1 if reiwa[1] == "元" else int(reiwa[1])), int(reiwa[2])
    elif western := _MONTH.match(plain):
        year, number = int(western[1]), int(western[2])
    else:
        raise Unfit("month_form")
    if not (1 <= number <= 12 and year >= 1900):
        raise Unfit("month_form")
    return Month(f"{year:04d}-{number:02d}")


def _plain(word: str) -> str:
    return "".join(unicodedata.normalize("NFKC", word).casefold().split())
