"""How sheets come out on paper, and rows high enough for what is wrapped in them.

Excel fits rows to wrapped text when a workbook is opened; LibreOffice and previews show the height
that the file states.
"""

import unicodedata
from collections.abc import Iterable
from math import ceil
from typing import Any

#: In memory, so that no part of it stands in a folder for others to see or fills one up.
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
#: Points of a line of the workbook's 11 point font, and the highest row there may be.
_LINE, _HIGHEST = 15, 409
_A4 = 9
#: Signs of a column's width that its edges take.
_EDGE = 1


def set_up(sheet: Any, *, header: bool = True) -> None:
    """A4 across, as wide as the page; the header again on every page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R&P / &N")
    if header:
        sheet.repeat_rows(0)


def height(wrapped: Iterable[tuple[str, int]]) -> float | None:
    """Points that the tallest of some wrapped texts needs, each with the width of its column.

    None where one line will do: the row then keeps the height of its font.
    """
    lines = max((_lines(text, width) for text, width in wrapped), default=1)
    return min(lines * _LINE, _HIGHEST) if lines > 1 else None


def _lines(text: str, width: int) -> int:
    room = max(1, width - _EDGE)
    return sum(max(1, ceil(_wide(line) / room)) for line in text.split("\n"))


def _wide(text: str) -> int:
    """Signs of one width; Japanese ones take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)
