"""Rows and columns that nobody sees are read like the others, and said."""

from collections.abc import Sequence

from producers.spreadsheets.cell import column_name
from producers.spreadsheets.faults import Faults
from producers.spreadsheets.grid import Grid
from producers.spreadsheets.header import Layout


def say_hidden(grid: Grid, layout: Layout, read: Sequence[int], faults: Faults) -> None:
    """Notes of hidden or filtered rows that were read, and of hidden columns that are known."""
    rows = [str(number) for number in read if number in grid.hidden_rows]
    known = {*layout.at.values(), *layout.months.values()}
    columns = [column_name(column) for column in sorted(known & grid.hidden_columns)]
    if rows:
        faults.note("hidden_rows", which=tuple(rows), count=len(rows))
    if columns:
        faults.note("hidden_columns", which=tuple(columns), count=len(columns))
