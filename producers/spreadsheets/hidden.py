"""Rows and columns that nobody sees are read like the others, and said."""

from collections.abc import Sequence

from producers.spreadsheets.cell import column_name
from producers.spreadsheets.faults import Faults
from producers.spreadsheets.grid import Grid
from producers.spreadsheets.header import Layout

_NAMED = 8


def say_hidden(grid: Grid, layout: Layout, read: Sequence[int], faults: Faults) -> None:
    """Notes of hidden or filtered rows that were read, and of hidden columns that are known."""
    rows = [str(number) for number in read if number in grid.hidden_rows]
    known = {*layout.at.values(), *layout.months.values()}
    columns = [column_name(column) for column in sorted(known & grid.hidden_columns)]
    for code, found in (("hidden_rows", rows), ("hidden_columns", columns)):
        if found:
            faults.note(code, which=_listed(found, faults.lang), count=len(found))


def _listed(names: Sequence[str], lang: str) -> str:
    more = len(names) - _NAMED
    end = "" if more <= 0 else f" and {more} more" if lang == "en" else f"ほか{more}"
    return (", " if lang == "en" else "、").join(names[:_NAMED]) + end
