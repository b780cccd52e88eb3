"""What a cell of a sheet may hold, also where it cannot be read."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from models.text_folding import one_width

#: str, float, bool, date, datetime, time, timedelta or Unread; "" or None where empty.
Cell = Any

#: The errors of Excel, LibreOffice, Google Sheets and Numbers as a CSV file or a copy has them.
_ERROR = re.compile(
    r"#(?:N/A|VALUE!|REF!|DIV/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!"
    r"|UNKNOWN!|EXTERNAL!|PYTHON!|GETTING_DATA|ERROR!|#+)|Err:\d{3}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that holds something nobody can read; never the same as an empty one."""

    seen: str  #: as the sheet shows it: `#N/A`
    code: Literal["cell_error", "formula_unknown", "cell_damaged"]  #: key of MESSAGES

    def __str__(self) -> str:
        return self.seen


def unread(cell: Cell) -> Unread | None:
    """What keeps a cell from being read; None where it can be."""
    if isinstance(cell, Unread):
        return cell
    if isinstance(cell, str) and cell[:1] in "#＃Ee" and _ERROR.fullmatch(one_width(cell)):
        return Unread(one_width(cell), "cell_error")
    return None


def cell_name(row: int, column: int) -> str:
    """`F23`, from a row as Excel counts (from 1) and a column from 0."""
    return f"{column_name(column)}{row}"


def column_name(column: int) -> str:
    """`F`, from a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
