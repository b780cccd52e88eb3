"""Cells become values. A cell that does not fit raises Unfit with the key of its sentence.

Kinds of value that commands take too are read by wording/typed; names and titles stay as written.
"""

import re
from collections.abc import Callable

from models.codes import CorporateNumber
from models.hours import PER_HOUR
from models.text import clean
from models.text_folding import one_width, visible
from models.unfit import Unfit
from models.written import not_a_day
from models.written_hours import quarters
from producers.spreadsheets.files import Cell
from wording.typed import values
from wording.typed.corporate import corporate_number
from wording.typed.listed import listed
from wording.typed.months import month
from wording.typed.numbers import whole
from wording.typed.skills import skills

__all__ = [
    "Unfit",
    "choice",
    "corporate_numbers",
    "folded",
    "hours",
    "identity",
    "integer",
    "is_blank",
    "month",
    "parts",
    "skills",
    "text",
    "within",
]

_ID = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")


def is_blank(cell: Cell) -> bool:
    """Nothing, or only spaces and characters that nobody sees."""
    return cell is None or (isinstance(cell, str) and not visible(cell).strip())


def text(cell: Cell) -> str:
    """The cell as text, without the spaces around it. A whole number has no `.0`.

    Control signs, which nobody sees in a sheet, are left out; line ends stay.
    """
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return clean(str(cell), lines=True).strip()


def folded(cell: Cell) -> str:
    """The cell as text in one width."""
    return one_width(text(cell))


def within(limit: int, *, lines: bool = False) -> Callable[[Cell], str]:
    """Text of at most `limit` characters, as written; in one line, or with `lines` in several."""

    def read(cell: Cell) -> str:
        not_a_day(cell)
        written = clean(text(cell), lines=lines)
        if len(written) > limit:
            raise Unfit("too_long", limit=limit)
        return written

    return read


def identity(cell: Cell) -> str:
    """An id: printable ASCII."""
    not_a_day(cell)
    if not _ID.match(folded(cell)):
        raise Unfit("id_form")
    return folded(cell)


def integer(low: int, high: int) -> Callable[[Cell], int]:
    """A whole number between two bounds."""

    def read(cell: Cell) -> int:
        not_a_day(cell)
        return whole(cell, low, high)

    return read


def choice(table: str) -> Callable[[Cell], str]:
    """The code of one of the words of a table, in either language, long or short."""

    def read(cell: Cell) -> str:
        return values.choice(table, cell)

    return read


def parts(cell: Cell) -> list[str]:
    """What a cell lists, as written: separated by 、 or a comma, a semicolon or a new line."""
    return listed(text(cell))


def corporate_numbers(limit: int) -> Callable[[Cell], tuple[CorporateNumber, ...]]:
    """At most `limit` corporate numbers (法人番号), grouped as people please."""

    def read(cell: Cell) -> tuple[CorporateNumber, ...]:
        # A number cell is one number; `parts` would keep its exponent.
        words = [folded(cell)] if isinstance(cell, int | float) else parts(cell)
        found = [corporate_number(word) for word in words]
        if len(found) > limit:
            raise Unfit("too_many", limit=limit)
        for number in found:
            if found.count(number) > 1:
                raise Unfit("repeated", part=number)
        return tuple(found)

    return read


def hours(limit: int) -> Callable[[Cell], int]:
    """Quarters in a cell of at most `limit` hours: `7.75`, `7:45`, `7時間45分`, or a time."""

    def read(cell: Cell) -> int:
        amount = _quarters(cell, limit)
        if not 0 <= amount <= limit * PER_HOUR:
            raise Unfit("hours_range", limit=limit)
        return amount

    return read


def _quarters(cell: Cell, limit: int) -> int:
    try:
        return quarters(cell)
    except Unfit as unfit:
        below = unfit.phrase.params.get("below")
        if not isinstance(below, int) or 0 <= below < limit * PER_HOUR:
            raise
        return below if below < 0 else below + 1  # that it is out of range is said first
