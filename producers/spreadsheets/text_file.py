"""A text file becomes cells: in the encodings and with the separators that offices use."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from producers.spreadsheets.cell import cell_name
from producers.spreadsheets.damaged import Damaged
from producers.spreadsheets.decoding import decoded
from producers.spreadsheets.grid import Grid, trimmed
from producers.spreadsheets.names import recognised

_SEPARATORS = (",", "\t", ";", "|")
_STATED = re.compile(r'"?sep=(.)"?[,;\t]*', re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?")
#: Rows in which the header is looked for, to know the separator.
_LOOKED_AT = 50


def read_text(content: bytes, name: str) -> Grid:
    """The cells of a text. Raises Damaged with the place, and TooLarge."""
    encoding, text = decoded(content)
    # Rows end with LF, CR LF or, from old programs, CR alone.
    lines = _LINE_END.sub("\n", text.lstrip("\ufeff")).split("\n")
    stated = _STATED.fullmatch(lines[0])
    if stated:
        # As in Excel, the row that names the separator is none of the table.
        lines = lines[1:]
    separator = stated[1] if stated else max(_SEPARATORS, key=lambda each: _fits(lines, each))
    rows = [[_unguarded(cell) for cell in row] for row in _records(lines, separator)]
    return Grid(sheet=name, rows=trimmed(rows), encoding=encoding, separator=separator)


def _fits(lines: Sequence[str], separator: str) -> tuple[int, int]:
    """How many headers a separator brings to light; how wide the table is."""
    rows = list(islice(csv.reader(_ended(lines[:1000]), delimiter=separator), _LOOKED_AT))
    return max(map(recognised, rows), default=0), max(map(len, rows), default=0)


def _records(lines: Sequence[str], separator: str) -> Iterator[list[str]]:
    """Each row. Raises Damaged where a quote that is never closed makes one cell of many rows."""
    reader = csv.reader(_ended(lines), delimiter=separator, strict=True)
    number = begun = width = 0
    while True:
        begun, number = reader.line_num, number + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise _quoted(lines[begun:], number, separator) from None
        if reader.line_num > begun + 1 and _swallows(row, separator, width):
            raise _quoted(lines[begun:], number, separator)
        width = max(width, len(row))
        yield row


def _swallows(row: Sequence[str], separator: str, width: int) -> bool:
    """Whether a cell of several lines holds what were rows of their own.

    Its first line is then a whole row of the table, or a later one has separators as rows have.
    """
    for column, cell in enumerate(row):
        first, *rest = cell.split("\n")
        whole = column + first.count(separator) + 1 == width
        if rest and ((whole and separator in first) or any(r.count(separator) > 2 for r in rest)):
            return True
    return False


def _quoted(lines: Sequence[str], number: int, separator: str) -> Damaged:
    return Damaged("csv_quote", cell=cell_name(number, _astray(lines[0], separator)))


def _astray(line: str, separator: str) -> int:
    """The column of the quote that is not closed before the next separator, or on its line."""
    column = opened = 0
    inside, before = False, separator
    for sign in line:
        if inside:
            inside = sign != '"'
        elif sign == '"' and before in (separator, '"'):
            inside, opened = True, column
        elif sign == separator:
            column += 1
        elif before == '"' and opened == column:
            return column
        before = sign
    return opened


def _ended(lines: Sequence[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)


def _unguarded(text: str) -> str:
    """A text as it was before our own CSV put an apostrophe before its sign."""
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@\t\r") and text[1:] else text
