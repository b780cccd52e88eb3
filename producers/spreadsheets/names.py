"""Headers that are known: what people call each column."""

from collections.abc import Iterable, Mapping

from models.text_folding import folded
from producers.spreadsheets.cell import Cell
from wording.fields.column import Kind
from wording.fields.columns import UNDERSTOOD


def plain(name: str) -> str:
    """A header without width, spaces, case and what stands in brackets after it."""
    key = folded(name)
    return key.partition("(")[0] or key


#: The key of a column by each of its names.
KNOWN: Mapping[Kind, Mapping[str, str]] = {
    kind: {
        plain(name): column.key
        for column in columns
        for name in (column.ja, column.en, *column.other)
    }
    for kind, columns in UNDERSTOOD.items()
}
_ANY = frozenset(name for names in KNOWN.values() for name in names)


def recognised(cells: Iterable[Cell]) -> int:
    """How many of some cells are headers of either kind of sheet."""
    return sum(isinstance(cell, str) and plain(cell) in _ANY for cell in cells)
