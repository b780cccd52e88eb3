"""Tables become a workbook, or CSV files. A text is always a text, never a formula."""

import csv
import io
from pathlib import Path
from typing import Any

import xlsxwriter

from application.exports.plan_tables import plan_tables
from application.exports.tables import Holds, Table, Value
from application.views.plan import PlanView
from producers.spreadsheets import paper
from producers.whole_file import make_folder, may_write, write_whole
from wording.words import Words

#: Texts that begin with one of these are run as formulas by spreadsheet programs that open CSV.
_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def export_plan(path: Path, view: PlanView, words: Words) -> None:
    """Write a plan as a workbook with a sheet for each table.

    With people in the view the file is personal data. Raises Mistake where it cannot be written.
    """
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, paper.OPTIONS)
    formats = _Formats(book)
    for table in plan_tables(view, words):
        _sheet(book, table, formats)
    book.close()
    write_whole({path: content.getvalue()})


def write_csv(
    folder: Path, view: PlanView, words: Words, *, force: bool = False
) -> tuple[Path, ...]:
    """Write the same tables as CSV, UTF-8 with BOM: all or none; returns the files.

    A text that begins like a formula gets an apostrophe before it. Files that are there are written
    over with `force` alone: else, and where they cannot be written, raises Mistake.
    """
    contents = {folder / f"{table.stem}.csv": _csv(table) for table in plan_tables(view, words)}
    make_folder(folder)
    for path in contents:
        may_write(path, force=force)
    write_whole(contents)
    return tuple(contents)


def _csv(table: Table) -> bytes:
    text = io.StringIO(newline="")
    out = csv.writer(text)
    out.writerow([head.title for head in table.heads])
    for row in (*table.rows, *([table.total] if table.total else [])):
        out.writerow([_plain(v, head.holds) for v, head in zip(row, table.heads, strict=True)])
    return text.getvalue().encode("utf-8-sig")


def _plain(value: Value, holds: Holds) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_SIGNS) else value
    if holds is Holds.HOURS:
        return f"{value / 4:g}" if value % 4 else str(int(value // 4))
    return f"{value:.3f}" if holds is Holds.RATE else str(value)


class _Formats:
    """The formats of a workbook, made once."""

    def __init__(self, book: Any) -> None:
        top = {"valign": "top"}
        self.head = book.add_format(
            {"bold": True, "bg_color": "#E8F1FE", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self.total = {"bold": True, "top": 1}
        self._book = book
        self._made: dict[tuple[str, bool], Any] = {}
        self._shapes: dict[str, dict[str, Any]] = {
            "text": {**top, "text_wrap": True},
            "long": {**top, "text_wrap": True},
            "count": {**top, "num_format": "#,##0"},
            "rate": {**top, "num_format": "0.0%"},
            "whole": {**top, "num_format": "#,##0"},
            "parts": {**top, "num_format": "#,##0.00"},
        }

    def of(self, holds: Holds, value: Value, *, total: bool) -> Any:
        """Whole hours show no decimals, others two."""
        name: str = holds.value
        if holds is Holds.HOURS:
            name = "parts" if isinstance(value, int) and value % 4 else "whole"
        if (name, total) not in self._made:
            shape = self._shapes[name] | (self.total if total else {})
            self._made[name, total] = self._book.add_format(shape)
        return self._made[name, total]


def _sheet(book: Any, table: Table, formats: _Formats) -> None:
    sheet = book.add_worksheet(table.name)
    for column, head in enumerate(table.heads):
        sheet.write_string(0, column, head.title, formats.head)
        sheet.set_column(column, column, head.width)
    rows = (*table.rows, *([table.total] if table.total else []))
    sheet.set_row(0, paper.height((head.title, head.width) for head in table.heads))
    for number, row in enumerate(rows, 1):
        sheet.set_row(
            number,
            paper.height(
                (value, head.width)
                for value, head in zip(row, table.heads, strict=True)
                if isinstance(value, str)
            ),
        )
        for column, (value, head) in enumerate(zip(row, table.heads, strict=True)):
            style = formats.of(head.holds, value, total=number > len(table.rows))
            if value is None:
                sheet.write_blank(number, column, None, style)
            elif isinstance(value, str):
                sheet.write_string(number, column, value, style)
            else:
                hours = head.holds is Holds.HOURS
                sheet.write_number(number, column, value / 4 if hours else value, style)
    sheet.freeze_panes(1, sum(head.frozen for head in table.heads))
    if table.rows and table.total:
        sheet.autofilter(0, 0, len(table.rows), len(table.heads) - 1)
    paper.set_up(sheet)
