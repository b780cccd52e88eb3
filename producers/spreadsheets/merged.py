"""Merged cells: their value stands in the first of them alone, and people see it in all."""

from collections.abc import Sequence

from producers.spreadsheets.cell import Cell, cell_name
from producers.spreadsheets.cells import is_blank
from producers.spreadsheets.faults import Faults
from producers.spreadsheets.grid import Grid, Span
from producers.spreadsheets.header import Layout


def with_merged(grid: Grid, layout: Layout, faults: Faults) -> Sequence[Sequence[Cell]]:
    """The rows with the value of merged cells in each row they cover.

    Hours merged over months or rows are a fault: nobody can tell how many of them are whose.
    """
    rows = [list(row) for row in grid.rows] if grid.merged else grid.rows
    months, known = set(layout.months.values()), set(layout.at.values())
    for span in grid.merged:
        if span.bottom <= layout.header or span.top > len(rows):
            continue
        row = rows[span.top - 1]
        cell = row[span.left] if span.left < len(row) else ""
        if is_blank(cell):
            continue
        columns = range(span.left, span.right + 1)
        if months.intersection(columns) and (span.top != span.bottom or len(columns) > 1):
            _say(span, cell, "merged_hours", faults)
        elif len(known.intersection(columns)) > 1:
            _say(span, cell, "merged_columns", faults)
        elif known.intersection(columns) and span.top != span.bottom:
            _fill(rows, span, cell)
    return rows


def _say(span: Span, cell: Cell, code: str, faults: Faults) -> None:
    last = cell_name(span.bottom, span.right)
    faults.add(code, cell=cell_name(span.top, span.left), until=last, value=cell)


def _fill(rows: Sequence[Sequence[Cell]], span: Span, cell: Cell) -> None:
    for row in rows[span.top : span.bottom]:
        # A row with nothing of its own is none of the table, whatever was merged over it.
        if isinstance(row, list) and not all(map(is_blank, row)):
            row.extend([""] * (span.left + 1 - len(row)))
            row[span.left] = cell
