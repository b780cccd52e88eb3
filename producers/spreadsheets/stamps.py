"""The revisions that the rows of an exported sheet were written from."""

from collections.abc import Iterable

from producers.spreadsheets.cells import folded, integer
from producers.spreadsheets.rows import Row

_revision = integer(1, 999_999_999)


def stamps_of(rows: Iterable[Row], ident: str) -> dict[str, int]:
    """The revision of each id; the oldest where its rows were put together from several sheets.

    A row that was added by hand has none, and a revision that cannot be read is a fault.
    """
    found: dict[str, int] = {}
    for row in rows:
        if row.blank(ident) or row.blank("revision"):
            continue
        if revision := row.take("revision", _revision, None):
            name = folded(row.cell(ident))
            found[name] = min(revision, found.get(name, revision))
    return found
