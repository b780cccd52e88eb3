"""What people write, as text to be read: cells of numbers included."""

import re
from datetime import date, time, timedelta

from models.text_folding import one_width
from models.unfit import Unfit

#: Signs and words for nothing. Excel and Japanese keyboards have many strokes that look like one.
_NOTHING = re.compile(
    r"^(?:[-‐‑‒–—―−ーｰ─━/]+|なし|無し|無|ナシ|特になし|該当なし|none)$", re.IGNORECASE
)


def plain(written: object) -> str:
    """In one width, without what nobody sees and the spaces around. A whole number has no `.0`."""
    if isinstance(written, float) and written.is_integer() and abs(written) < 1e15:
        return str(int(written))
    return one_width(str(written))


def is_nothing(written: object) -> bool:
    """Whether somebody wrote that there is nothing: `なし`, or a stroke in one of its forms."""
    return _NOTHING.match(plain(written)) is not None


def not_a_day(written: object) -> None:
    """Raises Unfit where a spreadsheet has made a day or a time of what was typed, such as 8-1."""
    if isinstance(written, date | time | timedelta):
        raise Unfit("made_a_date")
